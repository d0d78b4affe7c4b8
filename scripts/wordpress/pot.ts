/** Calls with a text and this plugin's domain, as WordPress's own extractor finds them. */
const call =
  /\b(?:__|_e|esc_html__|esc_html_e|esc_attr__|esc_attr_e)\(\s*'((?:[^'\\]|\\.)*)',\s*'hasoffers-widgets'\s*\)/g;
const comment = /\/\* (translators: [^*]+) \*\/\s*(?:'[^']+' => )?$/;

/**
 * The template from which translators start: every text of the plugin, once, with the files that have it.
 *
 * @param files - PHP by path.
 */
export function toPot(files: Readonly<Record<string, string>>, version: string): string {
  const texts = new Map<string, { readonly places: Set<string>; note: string | undefined }>();
  for (const [path, php] of Object.entries(files)) {
    for (const match of php.matchAll(call)) {
      const text = (match[1] ?? '').replace(/\\(['\\])/g, '$1');
      const entry = texts.get(text) ?? { places: new Set(), note: undefined };
      entry.places.add(path);
      entry.note ??= comment.exec(php.slice(0, match.index))?.[1];
      texts.set(text, entry);
    }
  }
  const header = `msgid ""
msgstr ""
"Project-Id-Version: HasOffers Widgets ${version}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Domain: hasoffers-widgets\\n"
`;
  const entries = [...texts].map(
    ([text, { places, note }]) =>
      `${note ? `#. ${note}\n` : ''}#: ${[...places].join(' ')}\n${text.includes('%s') ? '#, php-format\n' : ''}msgid ${JSON.stringify(text)}\nmsgstr ""\n`,
  );
  return [header, ...entries].join('\n');
}
