/** What of `fetch` is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The page's `fetch` as it is when the script runs: later the page may replace it by one that is made for its own calls. */
export const pageFetch: Fetch = globalThis.fetch;
