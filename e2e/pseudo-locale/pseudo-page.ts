import type { Page } from 'playwright';
import type { Harness } from '../harness.js';

/** A page of one element of the portal on which each of its messages shows at some time. */
export interface PseudoPage {
  readonly tag: string;
  /** The site's routes that the elements ask. */
  readonly mount: (harness: Harness) => void;
  /** The elements: signed in, but at an endpoint that ends in `/signed-out`. */
  readonly body: string;
  /** HTTP headers of the page. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The `state` of each element, once all have loaded. */
  readonly states: readonly string[];
  /**
   * Brings up, one after the other, what does not show at first, and calls `read` each time.
   *
   * @returns Texts that are data or the output of `Intl`.
   */
  readonly show: (page: Page, read: () => Promise<void>) => Promise<readonly string[]>;
}

/** @param settings - For `configure()`, as JSON. */
export const pseudoHead = (settings: string) => `<script src="/hasoffers-portal.js"></script>
<script>
// Not every browser has it.
navigator.share ??= async () => {};
HasOffersWidgets.configure(${settings});
HasOffersWidgets.configure({
  token: async ({ endpoint }) =>
    endpoint.endsWith('/signed-out') ? null : (await fetch('/widget-token', { method: 'POST' })).text(),
});
</script>`;
