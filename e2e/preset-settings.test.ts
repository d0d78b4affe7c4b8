import { describe, expect, it } from 'vitest';
import { openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage } from './site.js';

/** Settings that a page leaves on `window.HasOffersWidgets` before the script runs, or assigns to it afterwards. */

const harness = useHarness();

const element = '<hasoffers-offer-list lang="de" loading="eager" page-size="1"></hasoffers-offer-list>';
const tag = '<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers"></script>';
const assign = (settings: string) => `<script>window.HasOffersWidgets = ${settings}</script>`;
const de = "de: { link: 'Zum Angebot' }";

const unusable: Readonly<Record<string, string>> = {
  'a key with an underscore': `{ locales: { pt_BR: { link: 'Ver' }, ${de} } }`,
  'a key with an underscore, last': `{ locales: { ${de}, zh_Hant_TW: { link: 'x' } } }`,
  'an empty key': `{ locales: { '': { link: 'x' }, ${de} } }`,
  'keys that are no languages': `{ locales: { 'deutsch!': { link: 'x' }, 7: { link: 'x' }, ${de} } }`,
  'a pack that is a text': `{ locales: { fr: 'Voir', ${de} } }`,
  'a pack that is null': `{ locales: { fr: null, ${de} } }`,
  'a message that is a number': `{ locales: { fr: { link: 7 }, de: { link: 'Zum Angebot', retry: 7 } } }`,
  'a pack whose getter throws': `{ locales: { fr: { get link() { throw new Error('theirs') } }, ${de} } }`,
  'messages that are a list': `{ messages: ['x'], locales: { ${de} } }`,
  'a setting that there is not': `{ language: 'de', locales: { ${de} } }`,
};

describe.each([
  ['before the script', (settings: string) => assign(settings) + tag],
  ['after the script', (settings: string) => tag + assign(settings)],
])('%s, what cannot be used prevents nothing, and the rest is used', (_, write) => {
  it.each(Object.entries(unusable))('%s', async (_, settings) => {
    const tab = await openTab(harness.browser, harness.site.page('/', plainPage(element, write(settings))));
    await expect.poll(() => textOf(tab.page, 'hasoffers-offer-list')).toContain('Zum Angebot');
    expect(await tab.page.evaluate(() => typeof window.HasOffersWidgets?.configure)).toBe('function');
    // Logged to the console, not thrown.
    for (const message of tab.consoleErrors) expect(message).toMatch(/\[hasoffers-widgets\].* is ignored/);
    await tab.close();
  });
});

describe('what stands on `window` under the name of the script prevents nothing, either', () => {
  const unreadable: Readonly<Record<string, string>> = {
    'a getter that throws': `Object.defineProperty(window, 'HasOffersWidgets', { configurable: true, get() { throw 1 } })`,
    'a setter that throws': `Object.defineProperty(window, 'HasOffersWidgets', { get() {}, set() { throw 1 } })`,
    'a value for ever': `Object.defineProperty(window, 'HasOffersWidgets', { value: { debug: true } })`,
    'settings whose getter throws': 'window.HasOffersWidgets = { get configure() { throw 1 } }',
    'settings of a revoked proxy': 'const p = Proxy.revocable({}, {}); window.HasOffersWidgets = p.proxy; p.revoke()',
    "a function of the page's": 'window.HasOffersWidgets = Object.freeze({ configure() {} })',
    'a queue': 'window.HasOffersWidgets = []',
  };
  it.each(Object.entries(unreadable))('%s', async (_, code) => {
    const head = `<script>${code}</script>${tag}`;
    const tab = await openTab(harness.browser, harness.site.page('/', plainPage(element, head)));
    await expect.poll(() => textOf(tab.page, 'hasoffers-offer-list')).toContain('View offer');
    for (const message of tab.consoleErrors) expect(message).toContain('[hasoffers-widgets] configure() expects');
    await tab.close();
  });
});
