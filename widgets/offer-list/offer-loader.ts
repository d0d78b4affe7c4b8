import { findFeaturedOfferIds } from '../../shared/api/offers.js';
import type { Send } from '../../shared/api/request.js';
import type { Offer, Page } from '../../shared/api/types.js';
import { choosePage } from './choose.js';
import { fillRelations, findWithRelations, isRefusal, type Plan } from './find-offers.js';
import {
  isNarrowed,
  listKey,
  noChoice,
  type OfferList,
  type OfferSet,
  type Question,
  setKey,
  toQuery,
} from './question.js';

/** Milliseconds an answer is good for. The network's own data is older than that anyway. */
const lifetime = 600_000;
/** The proxy that ships here takes lists of at most so many values. */
const mostIds = 100;
const mostPages = 50;

export interface OfferLoader {
  load(question: Question, send: Send, signal: AbortSignal): Promise<OfferList>;
  /** Everything there is, where it came whole: then the page restricts, sorts and pages by itself. */
  whole(set: OfferSet): readonly Offer[] | undefined;
  /** The next load asks anew. */
  forget(): void;
}

interface Memory {
  readonly send: Send;
  readonly since: number;
  readonly plan: Plan;
  /** Answers of the API, by question. */
  readonly pages: Map<string, Page<Offer>>;
  /** All rows of a set, or `null` where the API gives them page by page. */
  readonly sets: Map<string, readonly Offer[] | null>;
  featured?: readonly string[] | undefined;
}

/** Loads pages of offers, each once: a page that was seen comes back without a call. */
export function createOfferLoader(now: () => number = Date.now): OfferLoader {
  let memory: Memory | undefined;

  const recall = (send: Send): Memory => {
    if (memory?.send !== send || now() - memory.since > lifetime) {
      memory = { send, since: now(), plan: { current: 0 }, pages: new Map(), sets: new Map() };
    }
    return memory;
  };

  return {
    async load(question, send, signal) {
      const known = recall(send);
      if (question.set.source === 'featured') known.featured ??= await findFeatured(question.set, known, signal);
      const set = resolve(question.set, known);
      const asked = { ...question, set };
      if (set.source === 'approved' && !known.sets.has(setKey(set))) {
        // This method answers all rows whatever is asked (recorded), so the first call asks for no choice.
        await ask({ ...asked, choice: noChoice }, 1, known, signal);
      }
      const { page } = question;
      const first = question.accumulate ? 1 : page;
      const numbers = Array.from({ length: page - first + 1 }, (_, index) => first + index);
      return toList(await Promise.all(numbers.map((number) => ask(asked, number, known, signal))));
    },
    whole: (set) => (memory ? memory.sets.get(setKey(resolve(set, memory))) : undefined) ?? undefined,
    forget() {
      memory = undefined;
    },
  };
}

/** Featured offers are asked for by their ids. */
function resolve(set: OfferSet, { featured }: Memory): OfferSet {
  const { source, ids } = set;
  if (source !== 'featured' || !featured) return set;
  return { ...set, ids: featured.filter((id) => !ids.length || ids.includes(id)).slice(0, mostIds) };
}

/** The ids of featured offers; where the network keeps those to itself, they are told by their own dates. */
async function findFeatured({ relations }: OfferSet, { send, plan }: Memory, signal: AbortSignal) {
  try {
    return await send(findFeaturedOfferIds(), { signal });
  } catch (error) {
    if (signal.aborted || !isRefusal(error)) throw error;
    const { rows } = await findWithRelations({ limit: mostIds, sort: 'newest' }, relations, plan, send, signal);
    return rows.filter(({ featured }) => featured).map(({ id }) => id);
  }
}

async function ask(question: Question, page: number, memory: Memory, signal: AbortSignal): Promise<Page<Offer>> {
  const { send, plan, pages, sets } = memory;
  const { relations } = question.set;
  const query = toQuery(question, page);
  if (query.ids?.length === 0) return { rows: [], page: 1, total: 0, pageCount: 0, complete: true };
  const key = `${page};${listKey(question)}`;
  const fill = (rows: readonly Offer[]) => fillRelations(rows, relations, send, signal);

  let found = pages.get(key);
  if (!found) {
    const set = setKey(question.set);
    let rows = sets.get(set);
    if (rows) found = choosePage(rows, query);
    else {
      found = await findWithRelations(query, relations, plan, send, signal);
      if (found.complete) {
        rows = found.rows.length > mostIds ? found.rows : await fill(found.rows);
        // What comes whole may have ignored the filters.
        found = choosePage(rows, query);
      }
      if (!isNarrowed(question.choice)) sets.set(set, rows ?? null);
    }
    found = { ...found, rows: await fill(found.rows) };
    pages.set(key, found);
    const [oldest = ''] = pages.keys();
    if (pages.size > mostPages) pages.delete(oldest);
  }
  if (found.rows.length || page === 1) return found;
  // There are fewer pages than was thought: the last one there is.
  const last = await ask(question, Math.min(page - 1, found.pageCount || page), memory, signal);
  return { ...last, pageCount: last.pageCount ?? last.page };
}

function toList(found: readonly Page<Offer>[]): OfferList {
  // Rows move between pages while they are read; twice the same one would be drawn twice.
  const offers = new Map(found.flatMap(({ rows }) => rows.map((offer) => [offer.id, offer])));
  const { page = 1, pageCount = null, total = null } = found.at(-1) ?? {};
  return { offers: [...offers.values()], page, pageCount, total };
}
