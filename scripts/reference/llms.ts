import type { Reference } from './model.js';
import { makeTables } from './tables.js';

const start = `\`\`\`html
<script src="https://example.com/hasoffers-widgets.js" data-endpoint="/hasoffers" defer></script>
<hasoffers-account-manager></hasoffers-account-manager>
<hasoffers-offer-list page-size="12" search></hasoffers-offer-list>
\`\`\``;

const how =
  'A `<template>` inside replaces the built-in item; `data-bind` (text), `data-bind-href` on `a`, `data-bind-src` on `img`, `data-bind-alt` and `data-if` name:';

/** `llms.txt` (https://llmstxt.org): all that an integrator has to know, as one text. */
export function toLlms(reference: Reference): string {
  const tables = makeTables(reference);
  const table = (name: string) => tables.get(name) ?? '';
  const section = (title: string, ...parts: readonly string[]) => [`## ${title}`, ...parts];
  return `${[
    '# hasoffers-widgets',
    `> Web widgets (custom elements) that show live data of a HasOffers (TUNE) network on any page: one script tag. Version ${reference.version}.`,
    start,
    'The page never holds the API key. `data-endpoint` is the URL of a proxy that adds network id and key: `npx hasoffers-widgets check <endpoint>` checks one. All attributes are properties, too, in camelCase. The content of an element is its fallback where the script does not run.',
    ...reference.elements.flatMap(({ tag, summary, bindings }) =>
      section(
        `<${tag}>`,
        summary,
        table(`${tag} attributes`),
        table(`${tag} events`),
        ...(bindings.length > 0 ? [how, table(`${tag} bindings`)] : []),
        `Parts, for \`::part()\`:`,
        table(`${tag} parts`),
      ),
    ),
    ...section('What every element has', table('common attributes'), table('members'), table('common events')),
    ...section('Slots', table('slots')),
    ...section('Parts of every element', table('common parts')),
    ...section('States, as in `:state(loading)`', table('states')),
    ...section('CSS variables', table('variables')),
    ...section('Settings', 'At any time: `HasOffersWidgets.configure({ endpoint, messages, debug })`.'),
    ...section('Error codes of `hasoffers-error`', table('errors')),
    ...section('Variables of the proxy (`npm run proxy`, container, worker)', table('proxy variables')),
  ].join('\n\n')}\n`;
}
