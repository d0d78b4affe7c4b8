import type { ApiError } from './api/errors.js';

/** A sentence with a number in it, by the categories of `Intl.PluralRules`. */
export type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** Every sentence a visitor can read. `{name}` stands for a value. A page replaces any of them by `configure({ messages })`. */
export const messages = {
  retry: 'Try again',
  stale: 'This may be out of date.',
  consent: 'This comes from {host}, which then sees your IP address.',
  agree: 'Show it',

  errorOffline: 'You are offline. This loads when you are back.',
  errorBusy: 'Very busy right now. Please try again in a moment.',
  errorTemporary: 'This could not be loaded. Please try again.',
  errorUnavailable: 'This is not available at the moment.',

  managerLabel: 'Your account manager',
  noManager: 'No account manager yet.',
  email: 'Email',
  phone: 'Phone',
  'cell-phone': 'Cell phone',
  chat: 'Chat',
  copy: 'Copy {what}',
  copied: 'Copied',

  offersLabel: 'Offers',
  offer: 'Offer',
  payout: 'Payout',
  category: 'Category',
  country: 'Country',
  expiry: 'Ends',
  status: 'Status',
  link: 'View offer',
  preview: 'Preview',
  newTab: '(new tab)',
  disclosure: 'We may earn a commission when you use these links.',
  allCountries: 'All countries',
  ends: 'Ends {when}',
  featured: 'Featured',
  cpa_flat: 'per sale',
  cpa_percentage: 'of the sale',
  cpa_both: 'of the sale',
  cpc: 'per click',
  cpm: 'per 1,000 views',
  open: 'Open',
  approved: 'Approved',
  pending: 'Pending',
  rejected: 'Rejected',
  apply: 'Approval needed',
  terms: 'Terms to accept',
  expired: 'Expired',
  noOffers: 'No offers yet.',
  noMatch: 'No offers match.',
  search: 'Search offers',
  clear: 'Clear filters',
  sort: 'Sort by',
  'sort:name': 'Name A-Z',
  'sort:-name': 'Name Z-A',
  'sort:payout': 'Lowest payout',
  'sort:-payout': 'Highest payout',
  'sort:newest': 'Newest',
  pages: 'Pages',
  page: 'Page {page}',
  previous: 'Previous',
  next: 'Next',
  showMore: 'Show more',
  showing: '{range} of {total}',
  found: { one: '{count} offer', other: '{count} offers' },
} as const;

export type Messages = {
  readonly [Key in keyof typeof messages]: (typeof messages)[Key] extends string ? string : Plural;
};

/** The sentence for a failure. What is wrong on the page's side is no business of its visitors: they read no cause. */
export const errorSentence = ({ code, retryable }: Pick<ApiError, 'code' | 'retryable'>, t: Messages): string =>
  code === 'offline'
    ? t.errorOffline
    : code === 'rate-limit'
      ? t.errorBusy
      : retryable
        ? t.errorTemporary
        : t.errorUnavailable;

/** Puts values into a sentence. What is written from right to left is isolated: it would pull its neighbours along. */
export const fill = (sentence: string, values: { readonly [name: string]: string | number }): string =>
  sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = Object.hasOwn(values, name) ? String(values[name]) : hole;
    return /[\u0590-\u08ff\u200f]/.test(value) ? `\u2068${value}\u2069` : value;
  });

/** The sentence for a number, with the number in it. */
export const count = (forms: Plural, number: number, language: string): string =>
  fill(forms[new Intl.PluralRules(language).select(number)] ?? forms.other, { count: number.toLocaleString(language) });
