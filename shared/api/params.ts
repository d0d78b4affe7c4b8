/** A value as PHP's query parser would nest it: scalars, lists and maps of them. */
export type Param = string | number | readonly (string | number)[] | Params;
export type Params = { readonly [name: string]: Param | false | undefined };

/**
 * Writes parameters the way PHP reads them (HasOffers docs: "Making API calls", "Filtering, sorting, paging"), without
 * the leading `?`: lists `ids[]=1`, maps `sort[name]=asc`. What is not set is left out: `undefined`, empty text, empty
 * lists (and 0, which no parameter of ours can be).
 *
 * Brackets stay literal, so that a proxy of ten lines may compare names as text.
 */
export const encodeParams = (params: Params): string => write(params, '').join('&');

const write = (value: Param | false | undefined, name: string): readonly string[] => {
  if (!value) return [];
  if (typeof value !== 'object') return [`${name}=${encode(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? '' : encode(key);
    return write(inner, name ? `${name}[${step}]` : step);
  });
};

/** Half a surrogate pair (an emoji cut by a `maxlength`) would make `encodeURIComponent` throw. */
const encode = (value: string | number): string =>
  encodeURIComponent(`${value}`.replace(/[\ud800-\udfff]/gu, '\ufffd'));
