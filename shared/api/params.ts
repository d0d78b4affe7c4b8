/** A value as PHP's query parser would nest it: scalars, lists and maps of them. */
export type Param = string | number | boolean | readonly Param[] | { readonly [key: string]: Param | undefined };
export type Params = { readonly [name: string]: Param | undefined };

/**
 * Writes parameters the way PHP reads them (HasOffers docs: "Making API calls", "Filtering, sorting, paging"), without
 * the leading `?`: lists `ids[]=1`, maps `sort[name]=asc`, lists of structures `answers[0][id]=7`, booleans `1` and `0`
 * (the words true and false are not accepted). `undefined` and empty lists are left out.
 *
 * Brackets stay literal, so that a proxy of ten lines may compare names as text.
 */
export function encodeParams(params: Params): string {
  const pairs: string[] = [];
  const write = (name: string, value: Param | undefined): void => {
    if (value == null) return;
    if (isList(value)) {
      value.forEach((item, index) => {
        write(`${name}[${typeof item === 'object' ? index : ''}]`, item);
      });
    } else if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) write(`${name}[${encode(key)}]`, inner);
    } else {
      pairs.push(`${name}=${encode(String(typeof value === 'boolean' ? Number(value) : value))}`);
    }
  };
  for (const [name, value] of Object.entries(params)) write(encode(name), value);
  return pairs.join('&');
}

const isList = (value: Param): value is readonly Param[] => Array.isArray(value);

/** Half a surrogate pair (an emoji cut by a `maxlength`) would make `encodeURIComponent` throw. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
