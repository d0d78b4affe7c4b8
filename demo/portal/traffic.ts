/** Counts what the page asks for, and what that costs the network. */

const endpoint = '/hasoffers/portal';

/** What is counted of the page's own requests: parts of their addresses. */
const counted = { token: '/portal/token', proxy: `${endpoint}?` } as const;

const counts = { token: 0, proxy: 0 };
let networkBefore = 0;
let wait: ReturnType<typeof setTimeout> | undefined;

const show = (name: string, count: number): void => {
  const place = document.querySelector(`[data-count="${name}"]`);
  if (place) place.textContent = count.toLocaleString('en');
};

/** The proxy's own count of its calls to HasOffers; its report for monitoring is no data call. */
async function readNetworkCalls(): Promise<number> {
  const response = await fetch(`${endpoint}/health`);
  return ((await response.json()) as { readonly calls: number }).calls;
}

/** Whatever is asked from now on. Settles when it is known where the network's count stands. */
export async function countTraffic(): Promise<void> {
  networkBefore = await readNetworkCalls();
  new PerformanceObserver((list) => {
    const before = counts.token + counts.proxy;
    for (const { name } of list.getEntries()) {
      for (const each of ['token', 'proxy'] as const) if (name.includes(counted[each])) counts[each] += 1;
    }
    // Reading the report is a request, too, and would bring the next one.
    if (counts.token + counts.proxy === before) return;
    show('token', counts.token);
    show('proxy', counts.proxy);
    clearTimeout(wait);
    wait = setTimeout(async () => show('network', (await readNetworkCalls()) - networkBefore), 300);
  }).observe({ type: 'resource', buffered: true });
}
