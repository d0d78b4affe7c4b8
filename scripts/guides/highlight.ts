import { createCssVariablesTheme, createHighlighter, type ShikiTransformer } from 'shiki';

const languages = [
  'html',
  'css',
  'js',
  'jsx',
  'ts',
  'tsx',
  'vue',
  'svelte',
  'json',
  'sh',
  'nginx',
  'toml',
  'php',
  'python',
  'ruby',
] as const;

/** `text` has no colours. */
export type Language = (typeof languages)[number] | 'text';

const theme = createCssVariablesTheme({ name: 'site', fontStyle: false });
const highlighter = await createHighlighter({
  themes: [
    {
      ...theme,
      tokenColors: [
        ...(theme.tokenColors ?? []),
        // Shiki's theme gives tags the colour of strings, and custom properties none.
        { scope: 'entity.name.tag', settings: { foreground: 'var(--shiki-token-keyword)' } },
        { scope: 'variable.css', settings: { foreground: 'var(--shiki-token-constant)' } },
      ],
    },
  ],
  langs: [...languages],
});

/** The pages' Content-Security-Policy forbids style attributes: `color:var(--shiki-token-string)` becomes a class. */
const stylesToClasses: ShikiTransformer = {
  pre(node) {
    node.properties = { translate: 'no', dir: 'ltr' };
  },
  span(node) {
    const [, token] = /--shiki-(token-[\w-]+)/.exec(String(node.properties.style)) ?? [];
    const [child] = node.children;
    // The API key has a colour of its own on the whole site.
    const isKey = child?.type === 'text' && child.value.includes('API_KEY');
    node.properties = isKey ? { class: 'token-key' } : token ? { class: token } : {};
  },
};

/** Source code as a `<pre>` with a class for each kind of token: see `demo/site/styles/code.css`. */
export const highlight = (code: string, language: Language): string =>
  highlighter.codeToHtml(code, {
    lang: language,
    theme: 'site',
    transformers: [stylesToClasses],
    // Lines break between tokens, whose spaces must then not be part of them.
    mergeWhitespaces: 'never',
  });

/** @throws For a language that is not loaded, so that no code block loses its colours unnoticed. */
export function toLanguage(name: string): Language {
  const language = [...languages, 'text' as const].find((known) => known === name);
  if (!language) throw new Error(`highlight.ts does not load the language "${name}".`);
  return language;
}
