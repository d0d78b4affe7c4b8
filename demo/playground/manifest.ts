/** What the playground reads of `custom-elements.json`. */
export interface Manifest {
  /** `path` is `dist/module/index.js`, or `dist/module/portal.js` for what the portal script alone has. */
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

interface Declaration {
  readonly tagName: string;
  readonly description?: string;
  readonly attributes?: readonly { readonly name: string; readonly description?: string; readonly default?: string }[];
  /** `type` says more than that of an attribute, which is text in many cases. */
  readonly members?: readonly { readonly attribute?: string; readonly type?: { readonly text: string } }[];
  readonly slots?: readonly { readonly name: string }[];
  readonly cssProperties?: readonly Described[];
}

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

/** How an attribute is set by hand. */
export type Input =
  | { readonly kind: 'flag' }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly words: readonly string[]; readonly optional: boolean }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'list' }
  | { readonly kind: 'text' };

export type ScriptFile = 'hasoffers-widgets.js' | 'hasoffers-portal.js';

export interface Attribute {
  readonly name: string;
  readonly description: string;
  /** As an attribute; `undefined` when it is absent by itself. */
  readonly fallback: string | undefined;
  readonly input: Input;
}

export interface Token {
  /** `--hasoffers-accent`. */
  readonly name: string;
  readonly description: string;
  readonly fallback: string;
}

export interface Element {
  readonly tag: string;
  /** The smallest script that has it. */
  readonly script: ScriptFile;
  /** Needs a token of who is signed in. */
  readonly isSignedIn: boolean;
  readonly description: string;
  /** Its own first, then those that every element has. */
  readonly attributes: readonly Attribute[];
  readonly tokens: readonly Token[];
}

/** The elements that the script brings, each with all that can be set on it. */
export const readElements = ({ modules }: Manifest): readonly Element[] =>
  modules
    .flatMap(({ path, declarations }) => declarations.map((declaration) => ({ path, ...declaration })))
    .map(({ path, tagName, description = '', attributes = [], members = [], slots = [], cssProperties = [] }) => ({
      tag: tagName,
      script: path.endsWith('/portal.js') ? 'hasoffers-portal.js' : 'hasoffers-widgets.js',
      isSignedIn: slots.some(({ name }) => name === 'signed-out'),
      description,
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        description: attribute.description ?? '',
        fallback: attribute.default,
        input: toInput(members.find((member) => member.attribute === attribute.name)?.type?.text ?? 'string'),
      })),
      tokens: cssProperties.map((token) => ({
        name: token.name,
        description: token.description ?? '',
        // Inside, the widgets call what a variable comes to by a name of their own.
        fallback: (token.default ?? '').replaceAll('var(--_', 'var(--hasoffers-'),
      })),
    }));

/** From a property's type as TypeScript writes it. */
export function toInput(type: string): Input {
  const words = [...type.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
  if (type === 'boolean') return { kind: 'flag' };
  if (/^number\b/.test(type)) return { kind: 'number' };
  if (type.includes('[]')) return words.length > 0 ? { kind: 'words', words } : { kind: 'list' };
  if (words.length > 0) return { kind: 'choice', words, optional: /\b(null|undefined)\b/.test(type) };
  return { kind: 'text' };
}

/** `hasoffers-offer-list` → `Offer list`. */
export const toTitle = (tag: string): string => {
  const words = tag.replace(/^hasoffers-/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
