import type { Scope } from '../tokens/claims.js';
import type { ParameterEntry, ParameterTable, ParameterValues } from './parameters.js';
import type { ResponseSchema } from './response-schema.js';

/** What a response is about; decides how long it is cached. */
export type DataKind = 'manager' | 'offers' | 'links' | 'static' | 'private' | 'balance';

/** A method that may be called, with its allowed parameters and response fields. */
export interface ApiMethod {
  /** `Target::Method`. */
  readonly methodId: string;
  readonly target: string;
  readonly method: string;
  readonly parameters: ParameterTable;
  readonly responseSchema: ResponseSchema;
  /** What the method returns for "there is none"; an empty string in its place is normalised to it. */
  readonly empty: null | false | readonly [];
  readonly kind: DataKind;
  /** The largest response, in bytes. */
  readonly maxBytes: number;
  /** The response shows figures or messages of the account, so it is only for visitors who are signed in. */
  readonly isPrivate: boolean;
  /** The scope of a token that opens this method. Private methods without one are opened by `authorize` alone. */
  readonly scope?: Scope;
  /**
   * How a token's lock restricts it: by a filter on rows, by a filter on the rows that are summed up to groups, or by a
   * value in a link. Without it, a lock closes a private method.
   */
  readonly lockedBy?: 'rows' | 'groups' | 'link';
  /** The proxy adds `affiliate_user_id`. */
  readonly needsUserId?: boolean;
  /**
   * Checks and completes parameters that depend on each other, after each was checked by itself.
   *
   * @throws ProxyError
   */
  readonly refine?: (values: ParameterValues, now: number) => void;
}

const megabyte = 1_000_000;

type Definition = Omit<ApiMethod, 'methodId' | 'target' | 'method' | 'parameters' | 'maxBytes' | 'isPrivate'> & {
  readonly parameters?: readonly ParameterEntry[];
  /** @default 2 */
  readonly megabytes?: number;
};

export function defineMethod(methodId: `${string}::${string}`, definition: Definition): ApiMethod {
  const { parameters = [], megabytes = 2, ...rest } = definition;
  const [target = '', method = ''] = methodId.split('::');
  const isPrivate = rest.kind === 'private' || rest.kind === 'balance';
  const maxBytes = megabytes * megabyte;
  return { ...rest, methodId, target, method, parameters: new Map(parameters), maxBytes, isPrivate };
}
