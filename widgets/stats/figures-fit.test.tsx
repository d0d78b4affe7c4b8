import { beforeAll, expect, it } from 'vitest';
import { addDays, dayIn } from '../../shared/calendar.js';
import { defineWidget } from '../../shared/element/define-widget.js';
import { createTestPage } from '../../shared/element/test-page.js';
import { stats } from './stats.js';

/** The languages that there are, each with a currency that it writes long, and one with three decimals. */
const written = [
  ...['ar-EG EGP', 'ar JOD', 'cs CZK', 'da DKK', 'de-CH CHF', 'el EUR', 'en-US USD', 'es MXN', 'fi EUR', 'fr TND'],
  ...['he ILS', 'hu HUF', 'id IDR', 'it CHF', 'ja JPY', 'ko KRW', 'nb NOK', 'nl EUR', 'pl PLN', 'pt-BR BRL', 'ro RON'],
  ...['ru RUB', 'sv SEK', 'tr TRY', 'uk UAH', 'vi VND', 'zh-CN CNY', 'zh-TW TWD'],
].map((pair) => pair.split(' ') as [string, string]);

const yesterday = addDays(dayIn(null, Date.now()), -1);
const page = createTestPage(() => ({
  count: 1,
  data: [
    { Stat: { date: yesterday, clicks: '12345678', conversions: '1234567', payout: '-1234567.89012', currency: null } },
  ],
}));
// The session has tests of its own.
const { signedIn: _, ...publicStats } = stats;
defineWidget(publicStats, page);

/** One card for each language, in a column of a page whose font is a wide one. */
const column = document.createElement('div');
column.style.fontFamily = 'Verdana, "DejaVu Sans"';

beforeAll(async () => {
  document.body.append(column);
  const cards = written.map(([lang, currency]) => {
    const card = document.createElement('hasoffers-stats') as HTMLElement & { readonly ready: Promise<void> };
    for (const [name, value] of Object.entries({ lang, currency, loading: 'eager', layout: 'numbers' }))
      card.setAttribute(name, value);
    return card;
  });
  column.append(...cards);
  await Promise.all(cards.map((card) => card.ready));
});

it.each([240, 288, 320, 360, 480, 600, 724, 768, 1024, 1280])(
  'every figure is whole and in one line, in a column of %d px',
  (width) => {
    column.style.width = `${width}px`;
    const figures = [...column.children].flatMap((card) => [
      ...(card.shadowRoot?.querySelectorAll<HTMLElement>('[part=number-value] span') ?? []),
    ]);
    expect(figures).toHaveLength(4 * written.length);
    const misfits = figures.filter(({ scrollWidth, clientWidth, offsetHeight, parentElement }) => {
      const hasTwoLines =
        offsetHeight > 1.5 * Number.parseFloat(getComputedStyle(parentElement as HTMLElement).fontSize);
      return scrollWidth > clientWidth || hasTwoLines;
    });
    expect(misfits.map(({ textContent }) => textContent)).toEqual([]);
  },
);
