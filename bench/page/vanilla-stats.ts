/** The stylesheets of `<hasoffers-stats>`, which the bench bundles along: style costs the same on both sides. */
declare const __STYLES__: string;

const styles = new CSSStyleSheet();
styles.replaceSync(__STYLES__);

const dayMs = 86_400_000;
const [width, height] = [1000, 300];
const count = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent' });
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
const shortMoney = new Intl.NumberFormat('en', {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  maximumFractionDigits: 1,
  minimumFractionDigits: 0,
});
const mediumDay = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

interface Figures {
  readonly clicks: number;
  readonly conversions: number;
  readonly payout: number;
}

interface Stat {
  readonly date: string;
  readonly clicks: string;
  readonly conversions: string;
  readonly payout: string;
}

const nothing: Figures = { clicks: 0, conversions: 0, payout: 0 };

const sum = (days: readonly Figures[]): Figures =>
  days.reduce(
    (total, day) => ({
      clicks: total.clicks + day.clicks,
      conversions: total.conversions + day.conversions,
      payout: total.payout + day.payout,
    }),
    nothing,
  );

/** As `StatsView.tsx` renders while loading, without the inner of its numbers. */
const loadingMarkup = `<div part="root" class="root auto waiting" lang="en" dir="ltr"><slot name="header"></slot>
<div class="content" tabindex="-1" aria-busy="true"></div><slot name="footer"></slot>
<p class="visually-hidden" role="status"><span></span></p></div>`.replaceAll('\n', '');

function numberMarkup(label: string, value: string, now: number, before: number): string {
  const change = (now - before) / before;
  const rounded = Math.round(100 * change);
  const direction = rounded === 0 ? 'same' : rounded > 0 ? 'up' : 'down';
  const words = rounded === 0 ? 'No change' : `${rounded > 0 ? 'Up' : 'Down'} ${percent.format(Math.abs(change))}`;
  return `<div part="number" class="number"><dt part="number-label" class="muted">${label}</dt><dd part="number-value" class="value"><span>${value}</span></dd><dd part="number-change" class="change"><span class="${direction}">${words}</span></dd></div>`;
}

const toPath = (values: readonly number[], top: number): string => {
  const step = width / values.length;
  const points = values.map(
    (value, index) => `${((index + 0.5) * step).toFixed(3)},${(height * (1 - value / top)).toFixed(3)}`,
  );
  return `M${points.join('L')}`;
};

/** A round number above the highest value, and the lines up to it. */
function scaleOf(values: readonly number[]): { readonly top: number; readonly ticks: readonly number[] } {
  const highest = Math.max(...values);
  const size = 10 ** Math.floor(Math.log10(highest / 3));
  const step = size * ([1, 2, 5, 10].find((each) => (highest / 3) * 0.8 <= each * size) ?? 10);
  const lines = Math.ceil(highest / step);
  return { top: lines * step, ticks: Array.from({ length: lines + 1 }, (_, line) => line * step) };
}

function plotMarkup(current: readonly number[], before: readonly number[]): string {
  const { top, ticks } = scaleOf([...current, ...before]);
  const line = toPath(current, top);
  const end = `${(width * (1 - 0.5 / current.length)).toFixed(3)},${height}`;
  const start = `${((width * 0.5) / current.length).toFixed(3)},${height}`;
  const lines = ticks.map((value) => `<path d="M0 ${height * (1 - value / top)}H${width}"></path>`).join('');
  const labels = [...ticks].reverse().map((value) => `<span>${shortMoney.format(value)}</span>`);
  return `<div part="axis" class="axis-y muted" aria-hidden="true">${labels.join('')}</div><div part="plot" class="plot" role="group" tabindex="0" aria-label="Payout. Use the arrow keys to read day by day."><svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true"><g part="grid" class="grid-lines">${lines}</g><g part="series"><path class="area" d="${line}L${end}L${start}Z"></path><path class="series" d="${line}"></path><path class="point" d=""></path></g><path part="previous-series" class="previous" d="${toPath(before, top)}"></path></svg></div>`;
}

function cardMarkup(days: readonly number[], byDay: ReadonlyMap<number, Figures>): string {
  const half = days.length / 2;
  const read = (some: readonly number[]) => some.map((day) => byDay.get(day) ?? nothing);
  const [beforeDays, currentDays] = [days.slice(0, half), days.slice(half)];
  const [before, current] = [read(beforeDays), read(currentDays)];
  const [total, totalBefore] = [sum(current), sum(before)];
  const [first, middle, last] = [0, Math.floor((half - 1) / 2), half - 1].map((index) => currentDays[index] ?? 0);
  const range = mediumDay.formatRange(first ?? 0, last ?? 0);
  const rangeBefore = mediumDay.formatRange(days[0] ?? 0, days[half - 1] ?? 0);
  const payouts = current.map(({ payout }) => payout);
  const highest = Math.max(...payouts);
  const summary = `Payout, ${range}: ${money.format(total.payout)} in total, highest on ${longDay.format(currentDays[payouts.indexOf(highest)])} with ${money.format(highest)}`;
  const epc = total.payout / total.clicks;
  const numbers = [
    numberMarkup('Clicks', count.format(total.clicks), total.clicks, totalBefore.clicks),
    numberMarkup('Conversions', count.format(total.conversions), total.conversions, totalBefore.conversions),
    numberMarkup('Payout', money.format(total.payout), total.payout, totalBefore.payout),
    numberMarkup('Payout per click', money.format(epc), epc, totalBefore.payout / totalBefore.clicks),
  ];
  const axis = [first, middle, last].map((day) => `<span>${shortDay.format(day)}</span>`);
  return `<section part="card" role="group" class="card stats " aria-labelledby="title"><header class="header spread"><div class="heading"><div id="title"><slot name="title"><p part="title" class="title">Performance</p></slot></div><p part="range" class="muted">${range}</p></div></header><dl part="numbers" class="numbers">${numbers.join('')}</dl><figure part="chart" class="chart"><figcaption class="visually-hidden">${summary}</figcaption><div class="legend spread"><p part="tip" class="tip" aria-hidden="true"><span class="entry current" title="${range}"><span class="muted">Payout</span><strong>${money.format(total.payout)}</strong></span><span class="entry before" title="${rangeBefore}"><span class="muted">Days before</span><strong>${money.format(totalBefore.payout)}</strong></span></p></div><div class="plot-area">${plotMarkup(
    payouts,
    before.map(({ payout }) => payout),
  )}<div part="axis" class="axis-x muted " aria-hidden="true">${axis.join('')}</div></div></figure><div class="bar "><button type="button" part="table-toggle" aria-expanded="false"><span>Show table</span></button><button type="button" part="download">Download CSV</button></div><p part="note" class="muted">Days in the time zone of the network.</p></section>`;
}

/**
 * The card of statistics as one would write it by hand for one network, one language, one currency and one layout: the same
 * nodes by `innerHTML`, and nothing else of what the widget does.
 */
class VanillaStats extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    root.innerHTML = loadingMarkup;
    void this.#load(root);
  }

  async #load(root: ShadowRoot): Promise<void> {
    const response = await fetch(this.getAttribute('endpoint') ?? '');
    const { data } = ((await response.json()) as { response: { data: { data: { Stat: Stat }[] } } }).response.data;
    const byDay = new Map<number, Figures>();
    for (const { Stat } of data) {
      const day = Date.parse(Stat.date);
      const { clicks, conversions, payout } = Stat;
      const figures = { clicks: Number(clicks), conversions: Number(conversions), payout: Number(payout) };
      byDay.set(day, sum([byDay.get(day) ?? nothing, figures]));
    }
    const [from, to] = ['from', 'to'].map((name) => Date.parse(this.getAttribute(name) ?? ''));
    if (from === undefined || to === undefined) return;
    const length = Math.round((to - from) / dayMs) + 1;
    const days = Array.from({ length: 2 * length }, (_, index) => from + (index - length) * dayMs);
    const content = root.querySelector('.content') as HTMLElement;
    content.innerHTML = cardMarkup(days, byDay);
    content.ariaBusy = 'false';
    (root.firstElementChild as HTMLElement).className = 'root auto ';
    this.dispatchEvent(new CustomEvent('hasoffers-load', { bubbles: true, composed: true }));
  }
}

customElements.define('vanilla-stats', VanillaStats);
