import { defineWidget } from '../element/define-widget.js';
import type { AnyWidget } from '../element/widget.js';
import type { Configuration } from './configuration.js';
import { type ConfigurablePage, createPage } from './page.js';

/** What `window.HasOffersWidgets` holds. */
export interface HasOffersWidgets {
  readonly version: string;
  /** Settings for every element of the page; call it at any time, as often as needed. */
  configure(configuration: Configuration): void;
  /** Call it when somebody signs out: forgets the token and empties every signed-in element. */
  signOut(): void;
}

declare global {
  interface Window {
    HasOffersWidgets?: HasOffersWidgets;
  }
}

/** Of this copy of the code; entries of the ES modules share it. */
let page: ConfigurablePage | undefined;

/**
 * Defines elements, and `window.HasOffersWidgets` with the first of them. On a server (no `window`) nothing happens.
 *
 * The first copy of the code wins: a second one defines nothing and says so once for each other version.
 */
export function register(...widgets: readonly AnyWidget[]): void {
  if (typeof window === 'undefined') return;
  if (!page) {
    let existing: Partial<HasOffersWidgets> | undefined;
    try {
      existing = window.HasOffersWidgets;
      if (existing?.version && typeof existing.configure === 'function') {
        warnAboutSecondCopy(existing);
        return;
      }
    } catch {
      // A getter that throws, or a frame of another site that has this name.
    }
    page = createPage();
    // What scripts before this one left there; locale packs may come first.
    if (existing !== undefined) page.configure(existing);
    exposeGlobal(page);
  }
  for (const widget of widgets) defineWidget(widget, page);
}

/** An assignment configures and never replaces: optimisers reorder the inline scripts of a page. */
function exposeGlobal(page: ConfigurablePage): void {
  const api: HasOffersWidgets = { version: __VERSION__, configure: page.configure, signOut: page.signOut };
  const property = { configurable: true, enumerable: true, get: () => api, set: page.configure };
  try {
    // `var HasOffersWidgets = …` before the script makes a property that nobody can redefine, only write.
    if (!Reflect.defineProperty(window, 'HasOffersWidgets', property)) window.HasOffersWidgets = api;
  } catch {
    // Not even that: the page keeps its own.
  }
}

function warnAboutSecondCopy(first: Partial<HasOffersWidgets> & { warned?: unknown }): void {
  const version = __VERSION__;
  if (first.version === version) return;
  // Kept on the first copy's object: the other copies share nothing else.
  const warned = first.warned instanceof Set ? first.warned : new Set<string>();
  if (!warned.size) Reflect.defineProperty(first, 'warned', { value: warned, configurable: true });
  if (warned.has(version)) return;
  warned.add(version);
  console.warn(`[hasoffers-widgets] ${version} is ignored, ${first.version} came first: keep one script tag.`);
}
