import { tokenSetting, writeElement } from './markup.js';
import type { SnippetParts } from './snippets.js';

const writeImports = (framework: string, { locale, isSignedIn, configuration }: SnippetParts) => [
  `import 'hasoffers-widgets/${framework}';`,
  // The framework's entry has the types of all elements and the public ones themselves.
  ...(isSignedIn ? [`import 'hasoffers-widgets/${configuration.element.replace('hasoffers-', '')}';`] : []),
  ...(locale
    ? [
        `import { ${toVariable(locale.language)} } from 'hasoffers-widgets/locales/${locale.language}';`,
        '',
        // On a server, which renders the page first, there is no such object.
        `globalThis.HasOffersWidgets?.configure({ locales: { '${locale.language}': ${toVariable(locale.language)} } });`,
      ]
    : []),
  ...(isSignedIn ? ['', `globalThis.HasOffersWidgets?.configure({\n  ${tokenSetting}\n});`] : []),
];

/** `pt-BR` → `ptBR`, as its module calls it. */
const toVariable = (language: string) => language.replaceAll('-', '');

/** With a bundler there is no script tag that could name the proxy. */
const writeOwnElement = ({ configuration, endpoint }: SnippetParts) =>
  writeElement({ ...configuration, attributes: { endpoint, ...configuration.attributes } }, { selfClosing: true });

export function writeReact(parts: SnippetParts, component: string): string {
  const element = writeOwnElement(parts).replace(/\n/g, '\n    ');
  return [
    ...writeImports('react', parts),
    '',
    `export function ${component}() {`,
    `  return ${element.includes('\n') ? `(\n    ${element}\n  )` : element};`,
    '}',
  ].join('\n');
}

export function writeVue(parts: SnippetParts): string {
  return [
    '<script setup>',
    ...writeImports('vue', parts),
    '</script>',
    '',
    '<template>',
    `  ${writeOwnElement(parts).replace(/\n/g, '\n  ')}`,
    '</template>',
  ].join('\n');
}

export const vueConfig = `import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('hasoffers-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };`;
