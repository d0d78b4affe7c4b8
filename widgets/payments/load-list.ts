import type { PageQuery } from '../../shared/api/payments.js';
import type { ApiRequest, Send } from '../../shared/api/request.js';
import type { Page } from '../../shared/api/types.js';
import { numbersBelow } from '../../shared/numbers-below.js';
import { createQueryCache } from '../../shared/query-cache.js';
import type { PaymentList } from './payments.types.js';

interface ListQuery extends PageQuery {
  /** Rows of the pages before come along. */
  readonly showsAllPages: boolean;
}

export interface ListLoader<Row> {
  load(query: ListQuery, send: Send): Promise<PaymentList<Row>>;
  /** Forgets what was loaded. */
  clear(): void;
}

/**
 * Loads pages of invoices or receipts; one that was seen comes back without a request. Where the network sends all rows
 * whatever was asked for, they are cut into pages here.
 *
 * @param lifetime - Milliseconds for which a page is good.
 */
export function createListLoader<Row extends { readonly id: string }>(
  find: (query: PageQuery) => ApiRequest<Page<Row>>,
  lifetime: number,
  now: () => number,
): ListLoader<Row> {
  const pages = createQueryCache<PaymentList<Row>>(lifetime, now);

  const loadPage = (query: PageQuery, send: Send): Promise<PaymentList<Row>> => {
    const { limit, page } = query;
    return pages.read(JSON.stringify([limit, page]), async () => {
      const { rows, total, pageCount, complete } = await send(find(query));
      const shown = complete ? rows.slice(limit * (page - 1), limit * page) : rows;
      return { rows: shown, page, pageCount, total };
    });
  };

  /** The page, or the last one where there are fewer: without a count, only an empty page tells. */
  const loadPageOrLast = async (query: PageQuery, send: Send): Promise<PaymentList<Row>> => {
    const list = await loadPage(query, send);
    if (list.rows.length || query.page === 1) return list;
    const last = await loadPageOrLast({ ...query, page: query.page - 1 }, send);
    return { ...last, pageCount: last.pageCount ?? last.page };
  };

  return {
    clear: pages.clear,
    async load({ limit, page, showsAllPages }, send) {
      const list = await loadPageOrLast({ limit, page }, send);
      if (!showsAllPages) return list;
      const before = await Promise.all(
        numbersBelow(list.page - 1).map((index) => loadPage({ limit, page: index + 1 }, send)),
      );
      // Rows move between pages while these are read; the same one twice would be shown twice.
      const rows = new Map([...before, list].flatMap((each) => each.rows.map((row) => [row.id, row])));
      return { ...list, rows: [...rows.values()] };
    },
  };
}
