/** Documents that hold tables of the reference. */
export const documents = [
  'docs/elements.md',
  'docs/stats.md',
  'docs/tracking-link.md',
  'docs/creatives.md',
  'docs/payments.md',
  'docs/messages.md',
  'docs/conversions.md',
  'docs/theming.md',
  'docs/errors.md',
  'docs/proxy.md',
] as const;

/**
 * The document with every table renewed that stands between `<!-- reference: NAME -->` and `<!-- /reference -->`.
 *
 * @throws For a name that is no table's.
 */
export const renewTables = (document: string, tables: ReadonlyMap<string, string>): string =>
  document.replace(
    /(<!-- reference: (.+?) -->\n)[\s\S]*?(<!-- \/reference -->)/g,
    (_, start: string, name: string, end: string) => {
      const table = tables.get(name);
      if (table === undefined)
        throw new Error(`There is no table "${name}". There are: ${[...tables.keys()].join(', ')}.`);
      return `${start}\n${table}\n\n${end}`;
    },
  );
