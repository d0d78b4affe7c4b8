import { readFileSync } from 'node:fs';
import { readPackage } from './engines.js';

/** A hostile page: scripts before and after ours, and a stylesheet. */
export interface HostileCode {
  readonly before?: string;
  readonly after?: string;
  readonly css?: string;
}

const host = (file: string): string => readFileSync(new URL(`hosts/${file}`, import.meta.url), 'utf8');

/** Frozen intrinsics, as hardened pages have them. */
const freeze = (all: string): string => `for (const name of ${all}) {
  const value = window[name];
  if (typeof value !== 'function' && typeof value !== 'object' || value === null) continue;
  if (value.prototype) Object.freeze(value.prototype);
  Object.freeze(value);
}`;
const language = `'Object Function Array String Number Boolean Symbol Error TypeError RangeError Promise Map Set WeakMap WeakSet RegExp Date JSON Math Reflect Intl URL URLSearchParams'.split(' ')`;
const platform = `'EventTarget Node Element HTMLElement HTMLDivElement HTMLInputElement HTMLSelectElement SVGElement ShadowRoot Document Event CustomEvent AbortController AbortSignal Headers Request Response CSSStyleSheet IntersectionObserver'.split(' ')`;

/** Old libraries that pages still load. */
export const libraries: Readonly<Record<string, () => HostileCode>> = {
  'Prototype.js 1.6': () => ({ before: host('prototype-1.6.js') }),
  'MooTools 1.4': () => ({
    before: `${readPackage('mootools/lib/mootools-core-1.4.5-server.js')}\n${host('mootools-elements.js')}`,
  }),
  'an AMD loader': () => ({ before: readPackage('requirejs/require.js') }),
};

/** Other changes of scripts to shared globals. */
export const scripts: Readonly<Record<string, HostileCode>> = {
  'members on every prototype that can be enumerated': {
    before: `for (const each of [Object, Array, Function, String, Number, Promise, Element, HTMLElement, Event]) {
      Object.assign(each.prototype, { each() {}, include() {}, title2: 'text', forever: true, $family: null });
    }`,
  },
  'a bind, a map and a filter of its own': {
    // With arguments, as Prototype.js and MooTools have it: @preact/signals as published needs them.
    before: `Function.prototype.bind = function (self) { const method = this, first = Array.prototype.slice.call(arguments, 1); return function () { return method.apply(self, first.concat(Array.prototype.slice.call(arguments))) } };
    Array.prototype.map = function (callback) { const out = []; for (let i = 0; i < this.length; i++) out.push(callback(this[i], i)); return out };
    Array.prototype.filter = function (callback) { const out = []; for (let i = 0; i < this.length; i++) if (callback(this[i], i)) out.push(this[i]); return out };`,
  },
  'a fetch that reads what it is given': {
    before: `const native = window.fetch;
    window.logged = [];
    window.fetch = function (url, init) {
      if (typeof url !== 'string') throw new TypeError('the address is no text');
      const headers = init.headers && 'Authorization' in init.headers;
      window.logged.push(url.toLowerCase().startsWith('http') + (init.method || 'GET').toUpperCase() + headers);
      return native.apply(this, arguments).then((response) => { window.logged.push(response.clone().status); return response });
    };`,
  },
  'a fetch that is replaced by a broken one later': {
    after: `window.fetch = () => Promise.reject(new Error('not for you'));`,
  },
  'an old Promise in the place of the native one': {
    before: `window.Promise = class OldPromise {
      constructor(run) { const native = new OldPromise.Native(run); this.then = (...both) => OldPromise.wrap(native.then(...both)); }
      catch(failed) { return this.then(undefined, failed) }
      static wrap(native) { return new OldPromise((resolve, reject) => native.then(resolve, reject)) }
      static resolve(value) { return new OldPromise((resolve) => resolve(value)) }
      static reject(reason) { return new OldPromise((_, reject) => reject(reason)) }
      static all(list) { return OldPromise.wrap(OldPromise.Native.all(list)) }
    };
    window.Promise.Native = (async () => {})().constructor;`,
  },
  'prototypes of the language frozen before': { before: freeze(language) },
  'prototypes of the platform frozen before': { before: freeze(platform) },
  'all prototypes frozen after': { after: freeze(`${language}.concat(${platform})`) },
  'globals of CommonJS and Node': {
    before: `window.module = { exports: {} }; window.exports = window.module.exports; window.require = () => { throw new Error('called') };
    window.process = { env: {} }; window.global = window;`,
  },
  'a define that is no loader': {
    before: `window.define = () => { throw new Error('called') }; window.define.amd = {};`,
  },
  'storage and cookies that throw': {
    before: `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });
    }
    Object.defineProperty(document, 'cookie', { get() { throw new DOMException('denied', 'SecurityError') }, set() { throw new DOMException('denied', 'SecurityError') } });`,
  },
  'global names of one letter, and common ones': {
    before: `for (const name of [...'abcdefghijklmnopqrstuvwxyz', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '$', '_', 'render', 'signal', 'preact', 'ky']) window[name] = 'taken';`,
  },
};

const important = (selector: string): string => `${selector} {
  color: red !important; background: lime !important; font: italic 700 40px/1 fantasy !important;
  letter-spacing: 9px !important; word-spacing: 9px !important; text-transform: uppercase !important; text-align: right !important;
  text-indent: 30px !important; text-shadow: 2px 2px red !important;
  white-space: pre !important; list-style: square inside !important; cursor: none !important; quotes: '!' '!' !important;
  border-collapse: collapse !important; border-spacing: 9px !important; caption-side: bottom !important;
  hyphens: auto !important; word-break: break-all !important; overflow-wrap: normal !important; tab-size: 1 !important;
  fill: red !important; stroke: red !important; stroke-width: 9 !important; accent-color: red !important;
  box-shadow: 0 0 9px red !important; opacity: 1 !important; outline: 0 !important;
}`;

/** Stylesheets with universal selectors. */
export const stylesheets: Readonly<Record<string, string>> = {
  'a reset of everything, important': important('*'),
  'all unset, important': '* { all: unset !important }',
  'all reverted, important': '*, *::before, *::after { all: revert !important; box-sizing: border-box !important }',
  'rules for plain elements, important': important(
    'div, p, ul, li, span, svg, path, button, a, input, select, option, label, table, tr, th, td, article, fieldset, strong, img, slot',
  ),
  'hidden plain elements': 'svg, span, p, article, label, fieldset, search, table { display: none !important }',
  'root sizes of 62.5 %': 'html { font-size: 62.5% }',
  'root sizes of 200 %': 'html { font-size: 200% }',
  'a body without font, height, colour and case': `body {
    font: 0/0 a; line-height: 0; color: transparent; letter-spacing: -3px; word-spacing: -3px; text-transform: uppercase;
    -webkit-text-fill-color: red; -webkit-text-stroke: 2px lime; white-space: nowrap; text-indent: -9999px;
  }`,
  'a body written from right to left': 'body { direction: rtl; unicode-bidi: bidi-override; text-align: right }',
  'clicks and selection switched off': '* { pointer-events: none !important; user-select: none !important }',
  'variables of common names':
    ':root, * { --accent: red; --text: red; --_accent: red; --_text: red; --_surface: red; --_gap: 99px; --border: red; --color: red; --radius: 50% }',
};
