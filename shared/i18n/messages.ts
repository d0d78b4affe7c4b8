/** A message with a number in it, by the categories of `Intl.PluralRules`. */
export type PluralForms = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** Messages by key. */
export type MessageTable = Readonly<Record<string, string | PluralForms>>;

/** A table of messages in whatever language: the same keys, each in the same form. */
export type Translated<Table extends MessageTable> = {
  readonly [Key in keyof Table]: Table[Key] extends string ? string : PluralForms;
};

/**
 * What a visitor reads of the public elements, in English. Further elements bring their own table (`messages` of a
 * widget). `{name}` is a placeholder for a value. A page replaces any message with `configure({ messages })`, or those of
 * one language with `configure({ locales })`.
 */
export const messages = {
  retry: 'Try again',
  stale: 'This may be out of date. As of {time}',
  consent: 'This comes from {host}, which then sees your IP address.',
  agree: 'Show it',

  errorOffline: 'You are offline. This loads when you are back.',
  errorBusy: 'Very busy right now. Please try again in a moment.',
  errorTemporary: 'This could not be loaded. Please try again.',
  errorSignedOut: 'Please sign in to see this.',
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

export type Messages = Translated<typeof messages>;
