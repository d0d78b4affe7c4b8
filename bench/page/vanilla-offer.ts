/** An offer as a card shows it, formatted. */
export interface CardOffer {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly picture: string | undefined;
  readonly isPhoto: boolean;
  readonly badges: readonly (readonly [kind: string, text: string])[];
  readonly categories: string;
  readonly countries: string;
  readonly allCountries: string;
  readonly payout: readonly [amount: string, unit: string, abbreviation: string];
  readonly href: string | undefined;
}

/** An offer as the API sends it, with its relations. */
interface OfferRow {
  readonly Offer: Readonly<Record<string, string | number | null>>;
  readonly AffiliateOffer?: Readonly<Record<string, string | null>>;
  readonly Thumbnail?: Readonly<Record<string, unknown>>;
  readonly OfferCategory?: Readonly<Record<string, { readonly name: string }>>;
  readonly Country?: Readonly<Record<string, { readonly code: string; readonly name: string }>>;
  readonly TrackingLink?: { readonly click_url?: string };
}

export interface OfferResponse {
  readonly offers: CardOffer[];
  /** On all pages. */
  readonly total: number;
}

const units: Readonly<Record<string, readonly [unit: string, abbreviation: string]>> = {
  cpa_flat: ['per sale', 'CPA'],
  cpa_percentage: ['of the sale', 'CPS'],
  cpa_both: ['of the sale', 'CPA + CPS'],
  cpc: ['per click', 'CPC'],
  cpm: ['per 1,000 views', 'CPM'],
};

const statusLabels = {
  open: 'Open',
  approved: 'Approved',
  pending: 'Pending',
  rejected: 'Rejected',
  apply: 'Approval needed',
  terms: 'Terms to accept',
  expired: 'Expired',
} as const;

const numbers = new Map<string, Intl.NumberFormat>();
const counts = new Intl.NumberFormat('en');
const percents = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 });
const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
/** Few lists need it. */
let relativeDays: Intl.RelativeTimeFormat | undefined;
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const collator = new Intl.Collator();
const byName = (one: { readonly name: string }, other: { readonly name: string }) =>
  collator.compare(one.name, other.name);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  bull: '•',
  deg: '°',
};
const accents: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
};
const block = /<\/?(?:p|br|[hlt]|d[dit]|[ou]l)/i;

/** HTML as plain text, one line per block. */
function toText(html: string): string {
  if (!/[<&\s]/.test(html)) return html;
  return (block.test(html) ? html.replace(/\s+/g, ' ') : html)
    .replace(/<(script|style)\b.*?<\/\1>|<!--.*?-->/gis, '')
    .replace(/<[/!?a-z][^<>]*>?/gi, (tag) => (block.test(tag) ? '\n' : ''))
    .replace(/&(?:#(x?\w+)|(\w+));/g, (reference, code: string | undefined, name: string | undefined) => {
      const point = Number(`0${code}`);
      if (code) return point < 0x110000 ? String.fromCodePoint(point) : reference;
      const accent = accents[name?.slice(1) ?? ''];
      return entities[name ?? ''] ?? (accent && name ? (name[0] + accent).normalize() : reference);
    })
    .replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '))
    .trim();
}

const toSingleLine = (html: string) => toText(html).replaceAll('\n', ' ');

function money(amount: number, currency: string | null): string {
  const digits = amount % 1 && !currency ? 2 : 0;
  const key = `${currency}${digits}`;
  let format = numbers.get(key);
  if (!format) {
    const style = currency ? ({ style: 'currency', currency } as const) : { minimumFractionDigits: digits };
    format = new Intl.NumberFormat('en', { ...style, maximumFractionDigits: 5 });
    numbers.set(key, format);
  }
  return format.format(amount);
}

function toPayout({ payout_type, default_payout, percent_payout, currency }: OfferRow['Offer']): CardOffer['payout'] {
  const [unit = '', abbreviation = ''] = units[String(payout_type)] ?? [];
  const parts: string[] = [];
  if (unit && payout_type !== 'cpa_percentage') {
    parts.push(money(Number(default_payout), currency === null ? null : String(currency)));
  }
  if (unit && /percentage|both/.test(String(payout_type))) parts.push(percents.format(Number(percent_payout) / 100));
  return [parts.join(' + ') || '–', unit, abbreviation];
}

function toStatus({ Offer, AffiliateOffer }: OfferRow): keyof typeof statusLabels {
  const approval = AffiliateOffer?.approval_status || Offer.approval_status;
  if (String(Offer.is_expired) === '1') return 'expired';
  if (approval === 'rejected' || approval === 'pending') return approval;
  if (String(Offer.require_approval) === '1' && approval !== 'approved') return 'apply';
  const isAgreed =
    AffiliateOffer?.agreed_terms_and_conditions || (approval === 'approved' && !AffiliateOffer?.approval_status);
  if (String(Offer.require_terms_and_conditions) === '1' && !isAgreed) return 'terms';
  return approval === 'approved' ? 'approved' : 'open';
}

function toEnd(date: unknown, today: number): string | undefined {
  const day = String(date).slice(0, 10);
  const left = Math.round((Date.parse(day) - today) / 864e5);
  if (!(left >= 0 && left < 1826)) return undefined;
  if (!(left > 1 && left < 15)) return days.format(Date.parse(day));
  relativeDays ??= new Intl.RelativeTimeFormat('en');
  return relativeDays.format(left, 'day');
}

function toOffer(row: OfferRow, today: number): CardOffer {
  const { Offer } = row;
  // The file itself, or a map of files.
  const file = (row.Thumbnail?.url ? row.Thumbnail : Object.values(row.Thumbnail ?? {})[0]) as
    | Readonly<Record<string, string>>
    | undefined;
  const ratio = Number(file?.width) / Number(file?.height);
  const status = toStatus(row);
  const end = toEnd(Offer.expiration_date, today);
  const countries = Object.values(row.Country ?? {})
    .sort(byName)
    .map(({ code, name }) => regions.of(code === 'UK' ? 'GB' : code) ?? name);
  const allCountries = countries.join(', ') || 'All countries';
  const click = row.TrackingLink?.click_url;
  return {
    id: String(Offer.id),
    name: toSingleLine(String(Offer.name)),
    description: toText(String(Offer.description ?? '')),
    picture: file?.url && new URL(file.url).href,
    isPhoto: ratio > 1.15 && ratio < 1.9,
    badges: [
      ...(Date.parse(String(Offer.featured)) ? [['featured', 'Featured'] as const] : []),
      [status, statusLabels[status]] as const,
      ...(end ? [['ends', `Ends ${end}`] as const] : []),
    ],
    categories: Object.values(row.OfferCategory ?? {})
      .map(({ name }) => ({ name: toSingleLine(name) }))
      .sort(byName)
      .map(({ name }) => name)
      .join(', '),
    countries:
      countries.length > 2
        ? `${countries.slice(0, 2).join(', ')} +${counts.format(countries.length - 2)}`
        : allCountries,
    allCountries,
    payout: toPayout(Offer),
    href: click && /open|approved/.test(status) ? new URL(click).href : undefined,
  };
}

/** Reads a response of the proxy: one page, or all offers at once. */
export function readResponse(body: string): OfferResponse {
  const { data } = (JSON.parse(body) as { response: { data: Record<string, unknown> } }).response;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const rows = Object.values(('count' in data ? data.data : data) as Record<string, OfferRow>);
  return {
    offers: rows.map((row) => toOffer(row, today)),
    total: 'count' in data ? Number(data.count) : rows.length,
  };
}
