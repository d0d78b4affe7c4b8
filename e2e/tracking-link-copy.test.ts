import type { Page } from 'playwright';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.js';
import { heard, mountShop, openLink, part, press, shownLink, tag } from './tracking-link-page.js';

const harness = useHarness(mountShop);
const open = (attributes: string, options?: Parameters<typeof openLink>[2]) => openLink(harness, attributes, options);

describe('copying', () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  it('says so when the clipboard has it', async () => {
    const tab = await open('offer="1004" actions="copy html"', { permissions });
    await press(tab.page);
    await part(tab.page, 'copy').click();
    await expect.poll(() => part(tab.page, 'copy').innerText()).toBe('Copied');
    const [link = ''] = await shownLink(tab.page);
    expect(await clipboard(tab.page)).toBe(link);
    await part(tab.page, 'html').click();
    await expect.poll(() => clipboard(tab.page)).toContain(`<a href="${link.replaceAll('&', '&amp;')}"`);
    await tab.close();
  });

  it('selects the link where the clipboard is denied, and claims nothing', async () => {
    const tab = await open('offer="1004"', { policy: 'clipboard-write=()' });
    await press(tab.page);
    await part(tab.page, 'copy').click();
    await expect
      .poll(() => part(tab.page, 'note').allInnerTexts())
      .toEqual([expect.stringMatching(/^Press .*C to copy/)]);
    const [link] = await shownLink(tab.page);
    expect(await tab.page.evaluate(() => getSelection()?.toString())).toBe(link);
    expect(await tab.page.locator(tag).evaluate((host) => host.shadowRoot?.textContent)).not.toContain('Copied');
    await tab.close();
  });

  it('can be prevented by the page', async () => {
    const tab = await open('offer="1004"', { permissions });
    await tab.page.evaluate(() => navigator.clipboard.writeText('before'));
    await tab.page.evaluate(() => addEventListener('hasoffers-copy', (event) => event.preventDefault()));
    await press(tab.page);
    await part(tab.page, 'copy').click();
    await expect.poll(() => heard(tab.page, 'hasoffers-copy')).toMatchObject([{ kind: 'link' }]);
    expect(await clipboard(tab.page)).toBe('before');
    expect(await part(tab.page, 'copy').innerText()).toBe('Copy link');
    await tab.close();
  });
});

describe('the QR code', () => {
  /** Decodes a screenshot of the QR code. */
  async function scan(page: Page): Promise<string> {
    const png = await part(page, 'qr-image').screenshot();
    const { width, height, bytes } = await page.evaluate(async (base64) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const image = context?.getImageData(0, 0, bitmap.width, bitmap.height);
      return { width: bitmap.width, height: bitmap.height, bytes: [...(image?.data ?? [])] };
    }, png.toString('base64'));
    return decodeQR({ width, height, data: Uint8Array.from(bytes) }, { timeLimit: 10_000 });
  }

  it.each([
    ['light', 192],
    ['dark', 192],
    ['dark', 96],
  ] as const)('can be read in the %s theme, %d pixels wide', async (colorScheme, size) => {
    const tab = await open(`offer="1004" aff-sub="newsletter" qr-size="${size}"`, { colorScheme });
    await press(tab.page);
    await part(tab.page, 'qr-image').waitFor();
    expect((await part(tab.page, 'qr-image').boundingBox())?.width).toBe(size);
    expect(await scan(tab.page)).toBe((await shownLink(tab.page))[0]);
    expect(await part(tab.page, 'qr-image').getAttribute('aria-label')).toContain('Fern & Clay');
    await tab.close();
  });

  it.each(['svg', 'png'])('is saved as %s', async (format) => {
    const tab = await open('offer="1004"');
    await press(tab.page);
    const download = tab.page.waitForEvent('download');
    await part(tab.page, 'download').filter({ hasText: format.toUpperCase() }).click();
    expect((await download).suggestedFilename()).toBe(`qr-1004.${format}`);
    await tab.close();
  });
});
