import type { Configuration, Source } from './configuration.js';
import { vueConfig, writeReact, writeVue } from './framework-snippets.js';
import { writeHtml, writeWix } from './html-snippet.js';
import { writeCss } from './markup.js';

/** What a snippet is made of. */
export interface SnippetParts {
  readonly configuration: Pick<Configuration, 'element' | 'attributes' | 'tokens'>;
  readonly source: Source;
  /** Address of the script, with its version. */
  readonly script: string;
  /** Of the built file, for the attribute of the same name. */
  readonly integrity: string;
  /** Address of the proxy. */
  readonly endpoint: string;
  /** Origins of the pictures that the preview shows. */
  readonly pictures: readonly string[];
  /** Of the element in the preview, in px: as wide as on a phone, and as wide as it is there. */
  readonly heights?: { readonly phone: number; readonly page: number } | undefined;
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

export const formats = ['html', 'wordpress', 'builder', 'react', 'vue', 'css'] as const;
export type Format = (typeof formats)[number];

/** The same configuration in the words of pages, site builders and two frameworks; and its look alone. */
export function writeSnippets(parts: SnippetParts): Readonly<Record<Format, readonly Snippet[]>> {
  const html = writeHtml(parts, { mayBeRewritten: false });
  const rewritten = writeHtml(parts, { mayBeRewritten: true });
  const style = writeCss(parts.configuration);
  const component = toComponent(parts.configuration.element);
  const stylesheet: readonly Snippet[] = style ? [{ place: 'Your stylesheet', code: style }] : [];
  return {
    html: [{ place: 'Your page', code: html }],
    wordpress: [{ place: 'The editor, as code', code: `<!-- wp:html -->\n${rewritten}\n<!-- /wp:html -->` }],
    builder: [
      { place: 'Block for code, embed or HTML', code: rewritten },
      { place: 'Wix: Custom Element', code: writeWix(parts) },
    ],
    react: [{ place: `${component}.jsx`, code: writeReact(parts, component) }, ...stylesheet],
    vue: [
      { place: `${component}.vue`, code: writeVue(parts) },
      { place: 'vite.config.js', code: vueConfig },
      ...stylesheet,
    ],
    css: stylesheet,
  };
}

/** `hasoffers-offer-list` → `OfferList`. */
const toComponent = (tag: string) =>
  tag.replace(/^hasoffers/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
