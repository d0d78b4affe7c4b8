import { list, type ParameterEntry, single } from './parameters.js';
import { date, decimal, flag, integer, oneOf, present, text, type ValueRule, word } from './values.js';

/** How a field may be filtered. HasOffers docs: "Filtering, sorting, paging"; operators beside equality take one value. */
export type FieldKind = 'id' | 'number' | 'decimal' | 'flag' | 'date' | 'text' | 'word';

export interface Model {
  /** As in `Offer.name`. */
  readonly name: string;
  readonly fields: readonly [string, ...string[]];
  /** The fields that may be filtered; they are the ones that may be sorted too. */
  readonly searchable: { readonly [field: string]: FieldKind };
}

const rules: Record<FieldKind, ValueRule> = {
  // 0 is no row's id and so a filter that finds nothing on purpose.
  id: integer(0, 4_294_967_295),
  number: integer(0, Number.MAX_SAFE_INTEGER - 1),
  decimal,
  flag,
  date,
  text,
  word,
};
const equality = ['EQUAL_TO', 'NOT_EQUAL_TO'];
const order = ['LESS_THAN', 'LESS_THAN_OR_EQUAL_TO', 'GREATER_THAN', 'GREATER_THAN_OR_EQUAL_TO'];
const likeness = ['LIKE', 'NOT_LIKE'];

const operators: Record<FieldKind, readonly string[]> = {
  id: [...equality, ...order],
  number: [...equality, ...order],
  decimal: [...equality, ...order],
  flag: equality,
  date: [...equality, ...order],
  text: [...equality, ...likeness],
  word: [...equality, ...likeness],
};

const maxListed = 100;

/** `fields[]`: bare and qualified names of the model, qualified names of the relations it may contain. */
export function fieldsOf(
  model: Model,
  relations: { readonly [relation: string]: readonly string[] } = {},
): ParameterEntry {
  const qualified = model.fields.map((field) => `${model.name}.${field}`);
  const related = Object.entries(relations).flatMap(([name, fields]) => fields.map((field) => `${name}.${field}`));
  const names = oneOf([...model.fields, ...qualified, ...related]);
  const own = `${model.name}.`;
  const rule: ValueRule = {
    ...names,
    form: { type: 'oneOf', values: names.allowed, prefix: own },
    parse: (value) => {
      const known = names.parse(value);
      return known?.startsWith(own) ? known.slice(own.length) : known;
    },
  };
  return list('fields', rule, maxListed);
}

/** `sort[field]` and its qualified form, which means the same query. */
export function sortsOf(model: Model): readonly ParameterEntry[] {
  const direction = oneOf(['asc', 'desc']);
  return Object.keys(model.searchable).flatMap((field) => {
    const wire = `sort[${field}]`;
    return [
      single(wire, direction, { ordered: true }),
      single(`sort[${model.name}.${field}]`, direction, { wire, ordered: true }),
    ];
  });
}

/** Every documented filter on the model's own fields, with bare or qualified names. */
export function filtersOf(model: Model): readonly ParameterEntry[] {
  return Object.entries(model.searchable).flatMap(([field, kind]) => [
    ...filtersOn(field, field, kind),
    ...filtersOn(`${model.name}.${field}`, field, kind),
  ]);
}

/** Equality with one value or a list on a field of a relation, which is then contained. */
export function relationFilters(relation: string, field: string, rule: ValueRule): readonly ParameterEntry[] {
  const name = `filters[${relation}.${field}]`;
  return [single(name, rule, { relation }), list(name, rule, maxListed, { relation })];
}

/** A search over several text fields at once: `filters[OR][name][LIKE]=%shoe%&filters[OR][description][LIKE]=%shoe%`. */
export function anyOfFilters(fields: readonly string[]): readonly ParameterEntry[] {
  return fields.map((field) => single(`filters[OR][${field}][LIKE]`, text));
}

function filtersOn(name: string, wireName: string, kind: FieldKind): readonly ParameterEntry[] {
  const rule = rules[kind];
  const one = (suffix: string, valueRule: ValueRule): ParameterEntry =>
    single(`filters[${name}]${suffix}`, valueRule, { wire: `filters[${wireName}]${suffix}` });
  const truth = kind === 'flag' ? ['TRUE', 'FALSE'] : ['NULL', 'NOT_NULL'];
  const fragment = kind === 'word' ? text : rule;
  return [
    one('', rule),
    list(`filters[${name}]`, rule, maxListed, { wire: `filters[${wireName}][]` }),
    ...operators[kind].map((operator) => one(`[${operator}]`, likeness.includes(operator) ? fragment : rule)),
    ...truth.map((operator) => one(`[${operator}]`, present)),
  ];
}

/** The documented page sizes end nowhere; the ones in use end at 100, and pages without end are a way to fill a cache. */
export const pageParameters: readonly ParameterEntry[] = [
  single('limit', integer(1, 100), { fallback: '100' }),
  single('page', integer(1, 200), { fallback: '1' }),
];
