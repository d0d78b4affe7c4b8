/** What can be shown of an offer beside its name; the values of the attribute `fields`. */
export const offerFieldNames = [
  'thumbnail',
  'description',
  'payout',
  'category',
  'country',
  'expiry',
  'status',
  'preview',
] as const;

export type OfferField = (typeof offerFieldNames)[number];

/** Without `preview`: a link to the merchant's page earns nothing. */
export const defaultOfferFields: readonly OfferField[] = offerFieldNames.filter((field) => field !== 'preview');

export type OfferFields = ReadonlySet<OfferField>;
