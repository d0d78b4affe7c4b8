import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Manifest, readElements, toTitle } from '../demo/playground/manifest.js';
import { dist } from '../demo/site/built-script.js';
import { code, settled, usePlayground } from './playground-harness.js';

const manifest: Manifest = JSON.parse(readFileSync(`${dist}/custom-elements.json`, 'utf8'));
const elements = readElements(manifest);

const { open } = usePlayground();

describe('the controls', () => {
  it.each(elements)(
    'set every attribute of $tag, and its every variable has a field',
    async ({ tag, attributes, tokens }) => {
      const page = await open(`_element=${tag}&page-size=1`);
      expect(await page.getByRole('radio', { name: toTitle(tag), exact: true }).isChecked()).toBe(true);
      const names = await page
        .locator('[data-attribute]')
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.attribute));
      expect(names).toEqual(attributes.map(({ name }) => name));
      expect(names.length).toBeGreaterThan(5);

      for (const { name, input } of attributes) {
        const control = page.locator(`[data-attribute="${name}"]`);
        if (input.kind === 'flag') await control.getByRole('checkbox', { name }).check();
        else if (input.kind === 'words') await control.getByRole('checkbox').first().click();
        else if (input.kind === 'number') await control.getByRole('spinbutton', { name }).fill('9');
        else if (input.kind === 'choice') {
          const word = input.words.at(-1) ?? '';
          const radio = control.getByRole('radio', { name: word, exact: true });
          if (await radio.count()) await radio.check();
          else await control.getByRole('combobox', { name }).selectOption(word);
        } else await control.getByRole('textbox', { name }).fill(name === 'lang' ? 'de' : '/hasoffers');
      }
      const shown = page.frameLocator('.room iframe').locator('#place > *');
      await expect
        .poll(() => shown.evaluate((element) => element.getAttributeNames().sort()))
        .toEqual([...names].sort());
      const snippet = await code(page, 'html');
      for (const { name } of attributes) expect(snippet).toMatch(new RegExp(`^ {2}${name}(="[^"]*")?$`, 'm'));

      await page.getByRole('radio', { name: 'Look' }).check();
      const fields = await page
        .locator('[data-token]')
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.token));
      expect([...fields].sort()).toEqual(tokens.map(({ name }) => name).sort());
      await page.close();
    },
  );

  it('change the preview without ever loading it again', async () => {
    const page = await open('_element=hasoffers-offer-list&page-size=2');
    const frame = page.frameLocator('.room iframe');
    const element = frame.locator('#place > *');
    await element.evaluate((each) => Object.assign(each, { mark: 'same' }));
    await page.getByRole('radio', { name: 'list', exact: true }).check();
    await page.getByRole('radio', { name: 'Dashboard' }).check();
    await page.getByRole('radio', { name: '360' }).check();
    await page.getByLabel('Language').selectOption('ar');
    await page.getByLabel('Text size').selectOption('200');
    await page.getByRole('radio', { name: 'Look' }).check();
    await page.getByRole('button', { name: 'Market' }).click();
    await expect.poll(() => element.getAttribute('layout')).toBe('list');
    expect(await element.evaluate((each) => (each as unknown as { mark: string }).mark)).toBe('same');
    expect(
      await frame
        .locator('html')
        .evaluate((html) => ['lang', 'dir', 'data-host'].map((name) => html.getAttribute(name))),
    ).toEqual(['ar', 'rtl', 'shop']);
    expect(await frame.locator('html').evaluate(() => innerWidth)).toBe(180);
    await page.close();
  });

  it('keep all in the address: back, forth, and again on another day', async () => {
    const page = await open('_element=hasoffers-offer-list&page-size=2');
    await page.getByRole('radio', { name: 'table', exact: true }).check();
    await page.getByRole('textbox', { name: 'aff-sub', exact: true }).pressSequentially('home');
    await page.waitForURL(/aff-sub=home/);
    const html = await code(page, 'html');
    expect(html).toContain('aff-sub="home"');
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('aff-sub'));
    await expect.poll(() => page.getByRole('textbox', { name: 'aff-sub', exact: true }).inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => page.getByRole('radio', { name: 'grid', exact: true }).isChecked()).toBe(true);
    await page.goForward();
    await page.goForward();
    await page.waitForURL(/aff-sub=home/);
    await page.reload();
    await settled(page);
    expect(await code(page, 'html')).toBe(html);
    await page.close();
  });
});

describe('the look', () => {
  it('can be read, in each of the three that are there, on its kind of page', async () => {
    const page = await open('_element=hasoffers-offer-list&page-size=1');
    await page.getByRole('radio', { name: 'Look' }).check();
    const html = page.frameLocator('.room iframe').locator('html');
    for (const [name, host] of [
      ['Paper', 'blog'],
      ['Night', 'dashboard'],
      ['Market', 'shop'],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await expect.poll(() => html.getAttribute('data-host')).toBe(host);
      await expect.poll(() => page.locator('.contrasts summary').innerText()).toBe('Contrast: all can be read');
    }
    await page.close();
  });

  it('warns of what can hardly be read, with its ratio', async () => {
    const page = await open(
      '_element=hasoffers-offer-list&page-size=1&_host=blog&--hasoffers-accent=%23ffd54a&--hasoffers-on-accent=white',
    );
    await page.getByRole('radio', { name: 'Look' }).check();
    const buttons = page.locator('.contrasts li', { hasText: 'Text on buttons' });
    await expect.poll(() => buttons.getAttribute('class')).toBe('poor');
    // White on #ffd54a, by the formula of WCAG.
    expect(await buttons.locator('strong').innerText()).toBe('1.41');
    await page.close();
  });
});
