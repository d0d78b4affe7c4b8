import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineWidget } from '../element/define-widget.js';
import { newTag, type Probe, probe, reset, shown } from '../element/test-probe.js';
import { messages } from '../i18n/messages.js';
import { createPage } from './page.js';

/** An element of a page as the script makes it, in a language. */
async function show(lang: string, configurations: readonly unknown[]) {
  const page = createPage();
  for (const configuration of configurations) page.configure(configuration);
  const tag = newTag();
  defineWidget(probe(tag), page);
  const element = document.createElement(tag) as Probe;
  element.lang = lang;
  element.loading = 'eager';
  document.body.append(element);
  await element.ready;
  return { element, page, button: () => element.shadowRoot?.querySelector('button')?.textContent };
}

const logged = vi.spyOn(console, 'error');

afterEach(() => {
  reset();
  logged.mockReset();
});

const pack = (...tags: readonly string[]) => ({
  locales: Object.fromEntries(tags.map((tag) => [tag, { retry: tag }])),
});

describe('an element reads the nearest pack of its language', () => {
  it.each([
    ['nn', ['nb', 'de'], 'nb'],
    ['no', ['nb'], 'nb'],
    ['nb', ['no', 'sv'], 'no'],
    ['pt-AO', ['pt-BR', 'pt-PT'], 'pt-PT'],
    ['es-MX', ['es', 'es-419'], 'es-419'],
    ['zh-Hant-HK', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['de-AT', ['de-CH', 'de'], 'de'],
    ['sr-Latn', ['sr'], messages.retry],
    ['fr', ['de', 'nb'], messages.retry],
  ])('%s of %j: %s', async (lang, tags, expected) => {
    const { button } = await show(lang, [pack(...tags)]);
    expect(button()).toBe(expected);
  });

  it('also when it comes later', async () => {
    const { button, page } = await show('nn', []);
    expect(button()).toBe(messages.retry);
    page.configure(pack('nb'));
    await expect.poll(button).toBe('nb');
  });
});

describe('a page with an unusable configuration', () => {
  it.each([
    ['null', null],
    ['a text', 'text'],
    ['a locale that Intl does not accept', { locales: { pt_BR: { retry: 'x' } } }],
    ['locales that are a number', { locales: 7 }],
    ['messages of the wrong form', { messages: { retry: 5 } }],
    ['messages that there are not', { messages: { nope: 'x' } }],
    ['debug as a text', { debug: 'x' }],
    ['a locale that is no object, after one that is', { locales: { nb: 'x' } }],
  ])('logs it once, and its elements work: %s', async (_, configuration) => {
    const { element, button } = await show('nb', [pack('nb'), configuration, configuration]);
    expect(shown(element)).toBe('rows: 20');
    expect(button()).toBe('nb');
    expect(logged).toHaveBeenCalledOnce();
  });
});
