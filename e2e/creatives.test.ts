import { marked } from 'marked';
import { beforeEach, describe, expect, it } from 'vitest';
import { allReady, axeViolations, layoutShift, openTab } from './browser.js';
import {
  copy,
  directLink,
  item,
  openCreatives,
  parse,
  part,
  shownCode,
  stateOf,
  tag,
  withCode,
} from './creatives-page.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

const harness = useHarness();
beforeEach(() => mountSignedIn(harness, { proxy: withCode }));
const open = (...args: Parameters<typeof openCreatives> extends [unknown, ...infer Rest] ? Rest : never) =>
  openCreatives(harness, ...args);

/** The offer with creatives as nobody would want them. */
const awkward = 'offer="1235" page-size="30"';
const hostileName = '"><img src=x onerror=window.hit=1>';

describe('the list', () => {
  it('is one call, and loads no picture far from the viewport', async () => {
    const tab = await open('offer="1235" types="image"', { viewport: { width: 400, height: 600 } });
    expect(tab.calls('findAll')).toHaveLength(1);
    expect(tab.calls('generateTrackingLink')).toEqual([]);
    expect(await part(tab.page, 'item').count()).toBe(12);
    const pictures = await part(tab.page, 'picture').evaluateAll((all) =>
      all.map((each) => (each as HTMLImageElement).src),
    );
    await expect.poll(() => tab.media).toContain(pictures[0]);
    expect(tab.media).not.toContain(pictures.at(-1));
    expect(pictures.every((src) => src.includes('/thumbnails_100/'))).toBe(true);
    expect(await layoutShift(tab.page)).toBe(0);
    await tab.close();
  });

  it('asks for types and sizes', async () => {
    const tab = await open('offer="1004" types="image html" sizes="300x250,728x90" filters="type size"');
    const [call] = tab.calls('findAll');
    for (const filter of [
      '[type][]=image banner',
      '[type][]=html ad',
      '[width][]=300',
      '[width][]=728',
      '[height][]=90',
    ])
      expect(call).toContain(`filters${filter}`);
    expect(await part(tab.page, 'size').allInnerTexts()).toHaveLength(3);
    await tab.page.locator(tag).getByLabel('Size').selectOption('728x90');
    await expect.poll(() => part(tab.page, 'name').allInnerTexts()).toEqual(['Fern & Clay leaderboard']);
    await tab.close();
  });

  it('has neither source nor link where the URL is a script', async () => {
    const tab = await open(`${awkward} types="image"`);
    const urls = await tab.page
      .locator(`${tag} :is(img, a)`)
      .evaluateAll((all) => all.map((each) => each.getAttribute('src') ?? each.getAttribute('href')));
    expect(urls.length).toBeGreaterThan(10);
    expect(urls.filter((url) => !url?.startsWith('http'))).toEqual([]);
    for (const name of ['Script as a picture', 'Data as a picture'])
      expect(await item(tab.page, name).locator('img, a').count()).toBe(0);
    expect(await item(tab.page, 'Expired').locator('[part=note]').innerText()).toBe('Expired');
    await tab.close();
  });

  it('does not move anything on a wide page either', async () => {
    const wrap = (element: string) => `${element}<p>After it.</p>`;
    const tab = await open('offer="1004" types="image" page-size="4"', { wrap });
    await expect
      .poll(() =>
        part(tab.page, 'picture')
          .first()
          .evaluate((image) => (image as HTMLImageElement).complete),
      )
      .toBe(true);
    expect(await layoutShift(tab.page)).toBe(0);
    await tab.close();
  });
});

describe('copying', () => {
  it('takes one link, and gives one picture in it', async () => {
    const tab = await open('offer="1004" aff-sub="blog"');
    const text = await copy(tab.page, 'medium rectangle');
    const link = await directLink(harness, '1004', { aff_sub: 'blog', file_id: '100400' });
    const picture = `${harness.network.url}/media/brand/files/`;
    expect(await parse(tab.page, text)).toMatchObject([
      {
        tag: 'a',
        attributes: { href: link, rel: 'sponsored nofollow noopener' },
        children: [
          {
            tag: 'img',
            attributes: {
              src: expect.stringMatching(new RegExp(`^${picture}.*/banner-300x250\\.png$`)),
              width: '300',
              height: '250',
              alt: 'Fern & Clay medium rectangle',
            },
          },
        ],
      },
    ]);
    expect(await shownCode(tab.page, 'medium rectangle')).toBe(text);
    await item(tab.page, 'medium rectangle').locator('[part=copy]').click();
    expect(tab.calls('generateTrackingLink')).toHaveLength(1);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('of a name that looks like HTML or Markdown keeps it a name', async () => {
    const tab = await open(`${awkward} types="image" code="html markdown"`);
    const html = await copy(tab.page, hostileName);
    expect(html).toContain('alt="&quot;&gt;&lt;img src=x onerror=window.hit=1&gt;"');
    const [{ children = [] } = {}, ...more] = await parse(tab.page, html);
    expect(more).toEqual([]);
    expect(children).toMatchObject([{ tag: 'img', attributes: { alt: hostileName }, children: [] }]);
    expect(await tab.page.locator(`${tag} [onerror]`).count()).toBe(0);

    await tab.page.locator(tag).getByLabel('Copy as').selectOption('markdown');
    const name = 'Markdown ](https://evil.example) [ | *end*';
    const markdown = await copy(tab.page, name);
    expect(await shownCode(tab.page, name)).toBe(markdown);
    const rendered = await parse(tab.page, marked.parseInline(markdown, { async: false }));
    const id = /file_id=(\d+)/.exec(markdown)?.[1] ?? '';
    expect(rendered).toMatchObject([
      {
        tag: 'a',
        attributes: { href: await directLink(harness, '1235', { file_id: id }) },
        children: [{ tag: 'img', attributes: { alt: name } }],
      },
    ]);
    expect(await tab.page.evaluate(() => 'hit' in window)).toBe(false);
    await tab.close();
  });

  it('is reached by the keyboard, and each button names its creative', async () => {
    const tab = await open('offer="1004" types="image text"');
    const names = await part(tab.page, 'name').allInnerTexts();
    const reached: string[] = [];
    for (let step = 0; step < 30 && reached.length < names.length; step++) {
      await tab.page.keyboard.press('Tab');
      const text = await tab.page.locator(tag).evaluate((element) => {
        const focused = element.shadowRoot?.activeElement;
        return focused?.getAttribute('part') === 'copy' ? focused.textContent : null;
      });
      if (text) reached.push(text);
    }
    expect(reached).toEqual(names.map((name) => `Copy HTML ${name}`));
    await tab.page.keyboard.press('Enter');
    await expect.poll(() => part(tab.page, 'copy').last().innerText()).toContain('Copied');
    await tab.close();
  });
});

describe("the network's HTML", () => {
  it.each(['picture', 'frame', 'none'])(
    'runs nothing with preview="%s", and is copied as it is shown',
    async (preview) => {
      const tab = await open(`${awkward} types="html" preview="${preview}"`);
      await expect.poll(() => tab.page.locator(`${tag} iframe`).count()).toBe(preview === 'frame' ? 2 : 0);
      const text = await copy(tab.page, 'Hostile HTML');
      expect(text).toContain('<script>top.location');
      expect(await shownCode(tab.page, 'Hostile HTML')).toBe(text);
      expect(await tab.page.locator(`${tag} pre *`).count()).toBe(0);
      // Chromium says so when it has come to the script in the frame.
      const blocked = () => tab.consoleErrors.filter((each) => each.startsWith('Blocked script execution')).length;
      if (preview === 'frame') await expect.poll(blocked).toBeGreaterThan(1);
      for (const frame of tab.page.frames()) expect(await frame.evaluate(() => 'hit' in window)).toBe(false);
      expect(tab.page.url()).toBe(`${harness.site.url}/`);
      await tab.close();
    },
  );

  const strict = (more = '') =>
    `default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; img-src ${harness.network.url}; ` +
    `require-trusted-types-for 'script'; trusted-types 'none'; ${more}`;
  const policyProblems = (consoleErrors: readonly string[]) => consoleErrors.filter((each) => /policy/i.test(each));

  it('is shown without a violation on a page that requires Trusted Types', async () => {
    const tab = await open('offer="1004" types="image html"', { policy: strict() });
    expect(await shownCode(tab.page, 'teaser')).toContain('{tracking_link}');
    const text = await copy(tab.page, 'teaser');
    expect(await shownCode(tab.page, 'teaser')).toBe(text);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('is drawn on such a page that allows blob: frames', async () => {
    const tab = await open('offer="1004" types="html" preview="frame"', { policy: strict('frame-src blob:') });
    await expect.poll(() => tab.page.frames().length).toBe(2);
    const [, frame] = tab.page.frames();
    await expect.poll(() => frame?.locator('a').innerText()).toContain('Made well, sent fast.');
    expect(policyProblems(tab.consoleErrors)).toEqual([]);
    await tab.close();
  });

  it('is text where the page does not allow frames', async () => {
    const tab = await open('offer="1004" types="html" preview="frame"', { policy: strict() });
    await expect
      .poll(() => part(tab.page, 'code').allTextContents())
      .toEqual([expect.stringContaining('{tracking_link}')]);
    expect(await tab.page.locator(`${tag} iframe`).count()).toBe(0);
    expect(await stateOf(tab.page)).toBe('ready');
    expect(
      policyProblems(tab.consoleErrors).every((each) => each.includes('frame-src') || each.includes('blob:')),
    ).toBe(true);
    await tab.close();
  });

  it('stays in the proxy where only creatives are allowed', async () => {
    mountSignedIn(harness, { proxy: { allow: ['Affiliate_OfferFile::findAll'] } });
    const tab = await open('offer="1004" types="image text html"');
    expect(tab.calls('findAll')).toHaveLength(1);
    expect((await tab.received()).includes('Made well, sent fast')).toBe(false);
    expect(await part(tab.page, 'code').count()).toBe(0);
    const link = await directLink(harness, '1004', { file_id: '100404' });
    expect(await copy(tab.page, 'text link')).toBe(link);
    await tab.close();
  });
});

it('tells the author what the proxy lacks, and the visitor nothing of it', async () => {
  mountSignedIn(harness);
  const tab = await open('offer="1004"');
  expect(await stateOf(tab.page)).toBe('error');
  expect(await part(tab.page, 'error').innerText()).toBe('This is not available at the moment.');
  expect(tab.consoleErrors.join()).toContain('Add Affiliate_OfferFile::findAll to HASOFFERS_ALLOW');
  await tab.close();
});

describe('the recipes of docs/creatives.md', () => {
  const openRecipe = async (name: string) => {
    const html = plainPage(readSnippet(name), signedInHead);
    const permissions = ['clipboard-read', 'clipboard-write'];
    const tab = await openTab(harness.browser, harness.site.page('/', html), { permissions });
    await allReady(tab.page);
    return tab;
  };

  it('give pictures to members', async () => {
    const tab = await openRecipe('creatives-pictures');
    expect(await copy(tab.page, 'leaderboard')).toContain('aff_sub=member-42');
    expect(await tab.page.locator(tag).getByLabel('Copy as').locator('option').allInnerTexts()).toHaveLength(3);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('put the code into an editor', async () => {
    const tab = await openRecipe('creatives-place');
    expect(await part(tab.page, 'item').count()).toBe(2);
    await item(tab.page, 'skyscraper').locator('[part=copy]').click();
    await expect.poll(() => tab.page.locator('#editor').inputValue()).toMatch(/^<a href=.*width="160"/);
    await tab.close();
  });

  it('draw HTML', async () => {
    const tab = await openRecipe('creatives-html');
    await expect.poll(() => tab.page.locator(`${tag} iframe`).count()).toBe(3);
    await tab.close();
  });
});

it.each([
  ['light', 1280],
  ['dark', 360],
] as const)('has no accessibility violation in the %s theme, %i pixels wide', async (colorScheme, width) => {
  const attributes =
    'offer="1235" types="image text html email file" filters="type size" code="html url" page-size="8"';
  const tab = await open(attributes, { colorScheme, viewport: { width, height: 900 } });
  await part(tab.page, 'copy').first().click();
  await part(tab.page, 'copy').first().getByText('Copied').waitFor();
  expect(await axeViolations(tab.page)).toEqual([]);
  expect(await tab.page.locator(`${tag} [style]`).count()).toBe(0);
  expect(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await tab.close();
});
