import type { BuiltScript } from '../site/built-script.js';
import type { Configuration } from './configuration.js';

/** What a snippet is made of. */
export interface SnippetParts {
  readonly configuration: Pick<Configuration, 'element' | 'attributes' | 'tokens'>;
  /** Address of the script, without the query that names its version. */
  readonly script: string;
  /** Address of the proxy. */
  readonly endpoint: string;
  readonly built: BuiltScript;
  /** The element needs a token of who is signed in. */
  readonly isSignedIn: boolean;
  /** A pack of words beside the script, for the page's language. */
  readonly locale?: { readonly language: string; readonly integrity: string } | undefined;
}

/** One block of code to copy; some ways of use need two. */
export interface Snippet {
  /** Where it belongs. */
  readonly place: string;
  readonly code: string;
}

export const formats = ['html', 'wordpress', 'react', 'vue', 'css'] as const;
export type Format = (typeof formats)[number];

/** The same configuration, in the words of a page, of WordPress and of two frameworks; and its look alone. */
export function writeSnippets(parts: SnippetParts): Readonly<Record<Format, readonly Snippet[]>> {
  const html = writeHtml(parts, { hasIntegrity: true });
  // Plugins that minify, combine or delay scripts rewrite the files of their own site: a hash would stop the script.
  const wordpress = writeHtml(parts, { hasIntegrity: false });
  const style = writeCss(parts);
  const component = toComponent(parts.configuration.element);
  const stylesheet: readonly Snippet[] = style ? [{ place: 'Your stylesheet', code: style }] : [];
  return {
    html: [{ place: 'Your page', code: html }],
    wordpress: [{ place: 'The editor, as code', code: `<!-- wp:html -->\n${wordpress}\n<!-- /wp:html -->` }],
    react: [{ place: `${component}.jsx`, code: writeReact(parts, component) }, ...stylesheet],
    vue: [
      { place: `${component}.vue`, code: writeVue(parts) },
      { place: 'vite.config.js', code: vueConfig },
      ...stylesheet,
    ],
    css: stylesheet,
  };
}

/** The rule that sets the tokens; empty when none is set. */
export function writeCss({ configuration: { element, tokens } }: Pick<SnippetParts, 'configuration'>): string {
  const lines = Object.entries(tokens).map(([name, value]) => `  ${name}: ${toCssValue(value)};`);
  return lines.length > 0 ? `${element} {\n${lines.join('\n')}\n}` : '';
}

/** What would end a declaration, a rule or a style element has no place in a value. */
export const toCssValue = (value: string): string => value.replace(/[;{}<>\\]/g, '').trim();

/** How a page says who is signed in; the server behind the address is the visitor's own to write. */
const configureToken = (configure: string) => `${configure}({
  token: async () => {
    const response = await fetch('/widget-token', { method: 'POST' });
    return response.status === 200 ? response.text() : null; // null: nobody is signed in
  },
});`;

/**
 * The content of the snippet's inline script, which a policy names by its hash. It is a module, which runs after the
 * deferred script before it.
 */
export const tokenScript = `\n${configureToken('HasOffersWidgets.configure')}\n`;

/** The content of the snippet's style element: a policy names its hash. */
export const writeStyle = (parts: Pick<SnippetParts, 'configuration'>): string => {
  const css = writeCss(parts);
  return css && `\n${css}\n`;
};

function writeHtml(parts: SnippetParts, { hasIntegrity }: { readonly hasIntegrity: boolean }): string {
  const { configuration, endpoint, built, script, locale, isSignedIn } = parts;
  const style = writeStyle(parts);
  return [
    writeScript({
      src: toVersioned(script, built.version),
      integrity: hasIntegrity && built.integrity,
      endpoint,
    }),
    ...(locale
      ? [writeScript({ src: toLocaleAddress(script, locale.language), integrity: hasIntegrity && locale.integrity })]
      : []),
    ...(isSignedIn ? [`<script type="module">${tokenScript}</script>`] : []),
    ...(style ? [`<style>${style}</style>`] : []),
    writeElement(configuration),
  ].join('\n\n');
}

/** A new version has another address, or pages that name the old one's hash would be left without widgets. */
const toVersioned = (script: string, version: string) => `${script}${script.includes('?') ? '&' : '?'}v=${version}`;

const toLocaleAddress = (script: string, language: string) =>
  script.replace(/[^/]*(\?.*)?$/, '').concat(`locales/${language}.js`);

interface Script {
  readonly src: string;
  /** Needs CORS on the script's host. */
  readonly integrity: string | false;
  readonly endpoint?: string;
}

const writeScript = ({ src, integrity, endpoint }: Script): string =>
  [
    '<script',
    `  src="${toAttribute(src)}"`,
    ...(integrity ? [`  integrity="${integrity}"`, '  crossorigin="anonymous"'] : []),
    ...(endpoint === undefined ? [] : [`  data-endpoint="${toAttribute(endpoint)}"`]),
    '  defer',
    '></script>',
  ].join('\n');

/** The element alone, on as many lines as it takes. */
export function writeElement(
  { element, attributes }: Pick<Configuration, 'element' | 'attributes'>,
  { selfClosing = false } = {},
): string {
  const words = Object.entries(attributes).map(([name, value]) =>
    value === '' && isFlagLike(name) ? name : `${name}="${toAttribute(value)}"`,
  );
  const end = selfClosing ? ' />' : `></${element}>`;
  const line = [`<${element}`, ...words].join(' ') + end;
  if (line.length <= 72) return line;
  return `<${element}\n${words.map((word) => `  ${word}\n`).join('')}${selfClosing ? '/>' : end}`;
}

/** An empty text is a value for these: it removes the sentence. */
const isFlagLike = (name: string) => name !== 'disclosure';

/** `hasoffers-offer-list` → `OfferList`. */
const toComponent = (tag: string) =>
  tag.replace(/^hasoffers/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

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
  ...(isSignedIn ? ['', configureToken('globalThis.HasOffersWidgets?.configure')] : []),
];

/** `pt-BR` → `ptBR`, as its module calls it. */
const toVariable = (language: string) => language.replaceAll('-', '');

/** With a bundler there is no script tag that could name the proxy. */
const writeOwnElement = ({ configuration, endpoint }: SnippetParts) =>
  writeElement({ ...configuration, attributes: { endpoint, ...configuration.attributes } }, { selfClosing: true });

function writeReact(parts: SnippetParts, component: string): string {
  const element = writeOwnElement(parts).replace(/\n/g, '\n    ');
  return [
    ...writeImports('react', parts),
    '',
    `export function ${component}() {`,
    `  return ${element.includes('\n') ? `(\n    ${element}\n  )` : element};`,
    '}',
  ].join('\n');
}

function writeVue(parts: SnippetParts): string {
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

const vueConfig = `import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('hasoffers-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };`;

const toAttribute = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
