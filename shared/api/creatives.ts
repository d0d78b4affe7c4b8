import { match, number, record, text, toPage, type Wire } from './decode.js';
import { decodeReferences } from './html-references.js';
import { type ApiRequest, toRequest } from './request.js';
import type { Page } from './types.js';
import { toHttpUrl } from './url.js';

/** Types of creatives, and what the API's `OfferFile.type` calls them. Flash and hidden files are none. */
const wireTypes = {
  image: 'image banner',
  text: 'text ad',
  html: 'html ad',
  email: 'email creative',
  file: 'file',
} as const;

export type CreativeType = keyof typeof wireTypes;
export const creativeTypes = Object.keys(wireTypes) as readonly CreativeType[];

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture, text, piece of HTML or file that the network offers to promote an offer with. */
export interface Creative {
  readonly id: string;
  /** One line of text, which may look like HTML or Markdown and is neither. */
  readonly name: string;
  readonly type: CreativeType;
  /** CSS pixels; `null` where the network does not know. */
  readonly width: number | null;
  readonly height: number | null;
  /** The file; `null` where there is none or its URL is not http(s). */
  readonly url: string | null;
  /** A small version of the picture. */
  readonly thumbnail: string | null;
  /**
   * The network's HTML, with macros such as `{tracking_link}`: only ever text here. `null` for pictures and files, and
   * where the proxy does not hand it out (`Affiliate_OfferFile::findAll+code`).
   */
  readonly code: string | null;
  /** Milliseconds since 1970; `null` = never. */
  readonly expires: number | null;
}

/** Which creatives. Types and sizes are OR-ed. */
export interface CreativeQuery {
  readonly offerId: string;
  readonly types: readonly CreativeType[];
  /** Empty = all, and those without a size. */
  readonly sizes: readonly Size[];
  readonly limit: number;
  /** 1-based. */
  readonly page: number;
}

/**
 * Requests one page of an offer's active creatives (model `OfferFile`), the newest first. The proxy has to allow the method.
 *
 * Without `fields`, although not everything is read: a proxy that hands out no code refuses its name but simply leaves it
 * out, and `expiration_date` is documented for the network's side of the model only.
 */
export function findCreatives(query: CreativeQuery): ApiRequest<Page<Creative>> {
  const { offerId, types, sizes, limit, page } = query;
  const filters = {
    offer_id: offerId,
    status: 'active',
    type: types.map((type) => wireTypes[type]),
    width: unique(sizes.map(({ width }) => width)),
    height: unique(sizes.map(({ height }) => height)),
  };
  return toRequest('OfferFile', 'findAll', { filters, sort: { id: 'desc' }, limit, page }, (data) => {
    const found = toPage(data, { limit, page }, toCreative);
    // A map with numbers for keys loses its order in JavaScript.
    const sorted = [...found.rows].sort((one, other) => Number(other.id) - Number(one.id));
    // The filters on width and height also find the width of one size with the height of another.
    const rows = sorted.filter(
      (row) => !sizes.length || sizes.some(({ width, height }) => row.width === width && row.height === height),
    );
    return { ...found, rows, total: rows.length < sorted.length ? null : found.total };
  });
}

const unique = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)];

function toCreative(row: Wire): Creative | null {
  const file = record(row.OfferFile);
  const id = text(file.id);
  const type = creativeTypes.find((each) => wireTypes[each] === file.type);
  if (!id || !type) return null;
  const hasCode = type === 'text' || type === 'html' || type === 'email';
  const name = decodeReferences(text(file.display)).replace(invisible, '').replace(/\s+/g, ' ').trim();
  return {
    id,
    type,
    name: name || text(file.filename) || id,
    width: number(file.width) || null,
    height: number(file.height) || null,
    url: toHttpUrl(file.url),
    thumbnail: toHttpUrl(file.thumbnail),
    code: (hasCode && text(file.code)) || null,
    expires: toTime(file.expiration_date),
  };
}

/** Control characters but line breaks, and those that reorder what follows: code would not be what it looks like. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** `YYYY-MM-DD hh:mm:ss` in UTC (HasOffers docs); the zero date stands for "never". */
function toTime(value: unknown): number | null {
  const written = match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, value);
  return Date.parse(`${written?.replace(' ', 'T')}Z`) || null;
}
