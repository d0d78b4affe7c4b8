import { defaults as cachePolicies } from '../../proxy/core/cache-policy.js';
import { knownVariables } from '../../proxy/core/config.js';
import { extraMethods } from '../../proxy/policy/extra-methods.js';
import { forbidden, writers } from '../../proxy/policy/forbidden.js';
import { places } from '../../proxy/policy/locks.js';
import type { ApiMethod } from '../../proxy/policy/method.js';
import { codeSwitch, findFilesWithCode } from '../../proxy/policy/offer-file-methods.js';
import { maxSorts, type Parameter, type ParameterTable } from '../../proxy/policy/parameters.js';
import { contextMethod } from '../../proxy/policy/policy.js';
import { proxyErrors } from '../../proxy/policy/proxy-error.js';
import { createPublicMethods } from '../../proxy/policy/public-methods.js';
import { maxParameterLength, maxParameters, maxQueryLength } from '../../proxy/policy/query.js';
import {
  dateColumns,
  maxConversionDays,
  maxRows,
  refineConversions,
  refineStats,
} from '../../proxy/policy/report-limits.js';
import type { ResponseSchema } from '../../proxy/policy/response-schema.js';
import { signedInMethods } from '../../proxy/policy/signed-in-methods.js';
import type { ValueForm } from '../../proxy/policy/values.js';
import { lockValue, scopes } from '../../proxy/tokens/claims.js';
import { type Literal, writePattern } from './literal.js';

type Table = { readonly [key: string]: Literal };

/** The methods by who may call them. With a host, so that the parameter for deep links is there. */
const methodsByAccess: { readonly [access: string]: readonly ApiMethod[] } = {
  public: createPublicMethods(['link-hosts.invalid']),
  extra: extraMethods,
  'signed-in': signedInMethods,
};

/** Drops what is absent. */
function present(table: { readonly [key: string]: Literal | undefined }): Table {
  const entries = Object.entries(table).filter((entry): entry is [string, Literal] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

function toSchema(schema: ResponseSchema): Literal {
  switch (schema.type) {
    case 'scalar':
      return schema.maxBytes === undefined ? 'scalar' : { maxBytes: schema.maxBytes };
    case 'record': {
      const fields = Object.entries(schema.fields);
      const isPlain = (of: ResponseSchema): boolean => toSchema(of) === 'scalar';
      const nested = fields.filter(([, of]) => !isPlain(of));
      return present({
        fields: fields.filter(([, of]) => isPlain(of)).map(([name]) => name),
        nested: nested.length ? Object.fromEntries(nested.map(([name, of]) => [name, toSchema(of)])) : undefined,
      });
    }
    case 'map':
      return { map: writePattern(schema.keys), of: toSchema(schema.of) };
    case 'list':
      return { list: toSchema(schema.of) };
    case 'either':
      return { either: schema.schemas.map(toSchema) };
    case 'rows':
      return { rows: toSchema(schema.of) };
  }
}

function toForm(form: ValueForm): Table {
  switch (form.type) {
    case 'pattern':
      return { type: form.type, pattern: writePattern(form.pattern) };
    case 'oneOf':
      return present({ type: form.type, values: form.values, prefix: form.prefix });
    case 'integer':
      return { ...form };
    default:
      return { type: form.type };
  }
}

/** `Offer` in `sort[Offer.name]`, when the parameter means the bare name. */
function modelOf(name: string, { wire }: Parameter): string | undefined {
  const model = /\[(\w+)\./.exec(name)?.[1];
  return model !== undefined && name.replace(`[${model}.`, '[') === wire ? model : undefined;
}

/**
 * Parameters that have everything in common but their names, as one group. Names that may be written with the model before
 * the field are listed once, bare, under `model`.
 */
function toGroups(table: ParameterTable): readonly Table[] {
  const models = new Map<string, string>();
  for (const [name, parameter] of table) {
    const model = modelOf(name, parameter);
    if (model !== undefined) models.set(parameter.wire, model);
    else if (parameter.wire !== name) throw new Error(`${name} is sent as ${parameter.wire}`);
  }
  const groups = new Map<string, { readonly shared: Table; readonly names: string[] }>();
  for (const [name, parameter] of table) {
    if (parameter.wire !== name) continue;
    const model = models.get(name);
    const { rule, max, required, fallback, relation, ordered } = parameter;
    const isList = max > 1 ? max : undefined;
    const shared = present({
      form: toForm(rule.form),
      expected: rule.expected,
      max: isList,
      required: required || undefined,
      fallback,
      relation,
      ordered,
      model,
    });
    const key = JSON.stringify(shared);
    const group = groups.get(key) ?? { shared, names: [] };
    groups.set(key, group);
    group.names.push(name);
  }
  return [...groups.values()].map(({ shared, names }) => ({ ...shared, names }));
}

function refinementOf({ refine }: ApiMethod): string | undefined {
  if (refine === undefined) return undefined;
  if (refine === refineStats) return 'stats';
  if (refine === refineConversions) return 'conversions';
  throw new Error('integrations/php/src/ReportLimits.php does not know this refinement.');
}

function toMethod(method: ApiMethod, access: string, parameters: string, schema: Literal): Table {
  return present({
    access,
    kind: method.kind,
    isPrivate: method.isPrivate,
    scope: method.scope,
    lockedBy: method.lockedBy,
    needsUserId: method.needsUserId,
    refine: refinementOf(method),
    empty: method.empty,
    maxBytes: method.maxBytes,
    parameters,
    schema,
  });
}

/** Methods with the same table share that of the first of them. @returns the name it has */
function addOnce(tables: Map<string, Literal>, name: string, table: Literal): string {
  const same = [...tables].find(([, known]) => JSON.stringify(known) === JSON.stringify(table));
  if (same !== undefined) return same[0];
  tables.set(name, table);
  return name;
}

/** All tables of the policy that the PHP proxy applies, by the name of the constant, each with what it is. */
export function createTables(): readonly (readonly [name: string, comment: string, value: Literal])[] {
  const parameters = new Map<string, Literal>();
  const schemas = new Map<string, Literal>();
  const toEntry = (method: ApiMethod, access: string, name = method.methodId): [string, Table] => {
    const table = addOnce(parameters, name, toGroups(method.parameters));
    const schema = addOnce(schemas, name, toSchema(method.responseSchema));
    return [name, toMethod(method, access, table, schema)];
  };
  const methods = Object.entries(methodsByAccess).flatMap(([access, list]) =>
    list.map((method) => toEntry(method, access)),
  );
  methods.push(toEntry(findFilesWithCode, 'extra', codeSwitch));
  const limits = { query: maxQueryLength, parameter: maxParameterLength, parameters: maxParameters, sorts: maxSorts };
  schemas.set(contextMethod.methodId, toSchema(contextMethod.responseSchema));
  return [
    ['VARIABLES', 'The variables of docs/proxy.md.', knownVariables],
    ['ERRORS', 'HTTP status and public message of every error.', proxyErrors],
    ['QUERY_LIMITS', 'Characters of a query and of one of its parameters, and how many there may be.', limits],
    [
      'CACHE_POLICIES',
      'Seconds for which a response is served, by what it is about.',
      present({ ...cachePolicies } as never),
    ],
    ['SCOPES', 'What a token may open.', scopes],
    ['LOCK_PLACES', 'The column of a report and the parameter of a link for each name in a lock.', places as never],
    ['LOCK_VALUE', 'What a value in a lock may look like.', writePattern(lockValue)],
    ['REPORT_LIMITS', 'Rows and days of reports.', { maxRows, maxConversionDays, dateColumns }],
    ['FORBIDDEN', 'Methods that HASOFFERS_ALLOW may not name.', [...forbidden]],
    ['WRITERS', 'Verbs that begin the names of methods that write.', writePattern(writers)],
    ['METHODS', 'Every method that may be called.', Object.fromEntries(methods)],
    ['PARAMETERS', 'The parameters of methods, in groups with the same rule.', Object.fromEntries(parameters)],
    ['SCHEMAS', 'What of the responses may pass; see ResponseFilter.', Object.fromEntries(schemas)],
    [
      'CONTEXT_METHOD_ID',
      'How the proxy finds out whose messages to request. No page can call it.',
      contextMethod.methodId,
    ],
    ['CONTEXT_METHOD', '', toMethod(contextMethod, 'none', '', contextMethod.methodId)],
  ];
}
