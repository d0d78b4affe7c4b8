import type { ParameterEntry, ParameterTable } from './parameters.js';
import type { ResponseSchema } from './response-schema.js';

/** What a response is about; decides how long it is cached. */
export type DataKind = 'manager' | 'offers' | 'links' | 'static' | 'private';

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
}

const megabyte = 1_000_000;

type Definition = Omit<ApiMethod, 'methodId' | 'target' | 'method' | 'parameters' | 'maxBytes'> & {
  readonly parameters?: readonly ParameterEntry[];
  /** @default 2 */
  readonly megabytes?: number;
};

export function defineMethod(methodId: `${string}::${string}`, definition: Definition): ApiMethod {
  const { parameters = [], megabytes = 2, ...rest } = definition;
  const [target = '', method = ''] = methodId.split('::');
  return { ...rest, methodId, target, method, parameters: new Map(parameters), maxBytes: megabytes * megabyte };
}
