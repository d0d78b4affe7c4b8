import type { ApiRequest } from '../../shared/api/request.js';

const svg = (width: number, height: number) => `https://media.example/${width}x${height}.svg`;

const picture = (width: number, height: number, change: object = {}) => ({
  type: 'image banner',
  display: `Picture ${width}`,
  width: String(width),
  height: String(height),
  url: svg(width, height),
  ...change,
});

/** Files of an offer by id, as they are on the wire. */
export const files: Readonly<Record<string, object>> = {
  1: picture(300, 600),
  2: { type: 'text ad', display: 'Words', code: '<a href="{tracking_link}">Words</a> {more}' },
  3: picture(728, 90),
  4: picture(300, 250, { display: '"><img src=x onerror=alert(1)>' }),
  5: picture(300, 250),
};

/** One page of them, the newest first, whatever is filtered by. */
export function findPage({ params }: ApiRequest<unknown>, from = files): unknown {
  const [limit, page] = [Number(params.limit), Number(params.page)];
  const all = Object.entries(from).reverse();
  const found = all.slice((page - 1) * limit, page * limit);
  return {
    page,
    current: 0,
    count: all.length,
    pageCount: Math.ceil(all.length / limit),
    data: Object.fromEntries(found.map(([id, file]) => [id, { OfferFile: { id, ...file } }])),
  };
}
