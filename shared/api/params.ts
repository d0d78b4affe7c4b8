/** A value as PHP's query parser would nest it: scalars, lists and maps of them. */
export type Param = string | number | boolean | readonly Param[] | { readonly [key: string]: Param | undefined };
export type Params = { readonly [name: string]: Param | undefined };
