import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiRequest } from '../../shared/api/request.js';
import { defineWidget } from '../../shared/element/define-widget.js';
import { all, one, showElement, texts } from '../../shared/element/test-element.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { creatives } from './creatives.js';
import { files, findPage } from './test-creatives.js';

const link = 'https://go.example/aff_c?offer_id=4&aff_id=94';
const answerAll = (request: ApiRequest<unknown>, from = files): unknown =>
  request.target === 'Affiliate_OfferFile' ? findPage(request, from) : { click_url: link };
const answer = vi.fn(answerAll);
const page = createTestPage((request) => answer(request));
defineWidget(creatives, page);

let clipboard: string[];
let hasClipboard: boolean;
beforeEach(() => {
  clipboard = [];
  hasClipboard = true;
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    if (!hasClipboard) throw new DOMException('No.', 'NotAllowedError');
    clipboard.push(text);
  });
});
afterEach(() => {
  document.body.replaceChildren();
  page.requests.length = 0;
  page.logged.length = 0;
  answer.mockReset().mockImplementation(answerAll);
  vi.restoreAllMocks();
});

const show = (attributes: Record<string, string> = {}, from?: typeof files) => {
  if (from) answer.mockImplementation((request) => answerAll(request, from));
  return showElement('hasoffers-creatives', { lang: 'en', offer: '4', ...attributes });
};

const copy = (element: Element, index = 0) => userEvent.click(one(element, '[part=copy]', index));
const links = () => page.requests.filter(({ method }) => method === 'generateTrackingLink').length;

/** A picture that there is. */
const url = new URL('/sample-network/pictures/camera.svg', location.href).href;

describe('a picture', () => {
  it('is small, lazy and silent, in a link to the file', async () => {
    const thumbnail = `${url}?small`;
    const element = await show({}, { 5: { ...files[5], url, thumbnail } });
    const image = one(element, '[part=picture]') as HTMLImageElement;
    expect(image.src).toBe(thumbnail);
    expect([image.loading, image.decoding, image.referrerPolicy, image.alt]).toEqual([
      'lazy',
      'async',
      'no-referrer',
      '',
    ]);
    expect([image.getAttribute('width'), image.getAttribute('height')]).toEqual(['300', '250']);
    const preview = one(element, '[part=preview]') as HTMLAnchorElement;
    expect([preview.href, preview.rel]).toEqual([url, 'noopener noreferrer']);
    expect(preview.textContent?.trim()).toBe('Open Picture 300');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', null])(
    'with the URL %j has no source and no link',
    async (url) => {
      const element = await show({}, { 5: { ...files[5], url } });
      expect(all(element, 'img, a')).toEqual([]);
      expect(texts(element, '[part=preview]')).toEqual(['No preview']);
    },
  );

  it('that does not load says so', async () => {
    const element = await show({}, { 5: { ...files[5], url } });
    one(element, '[part=picture]').dispatchEvent(new Event('error'));
    await expect.poll(() => texts(element, '[part=preview]')).toEqual(['No preview Open Picture 300']);
  });

  it('that has expired cannot be copied', async () => {
    const element = await show({}, { 5: { ...files[5], expiration_date: '2024-12-31 23:59:59' } });
    expect(texts(element, '[part~=note]')).toEqual(['Expired']);
    expect(all(element, '[part=copy]')).toEqual([]);
  });
});

describe('copying', () => {
  it('shows what it copies, once for each link', async () => {
    const element = await show();
    const events: unknown[] = [];
    element.addEventListener('hasoffers-copy', (event) => events.push((event as CustomEvent).detail));
    await copy(element);
    await expect.poll(() => texts(element, '[part=copy]')[0]).toBe('Copied Picture 300');
    expect(clipboard).toEqual([texts(element, '[part=code]')[0]]);
    expect(clipboard[0]).toContain('href="https://go.example/aff_c?offer_id=4&amp;aff_id=94"');
    expect(events).toMatchObject([{ kind: 'html', text: clipboard[0], creative: { id: '5', type: 'image' } }]);
    await expect.poll(() => texts(element, '[role=status]')).toEqual(['Copied']);
    await copy(element);
    await expect.poll(() => clipboard.length).toBe(2);
    expect(links()).toBe(1);
  });

  it('can be prevented', async () => {
    const element = await show();
    element.addEventListener('hasoffers-copy', (event) => event.preventDefault());
    await copy(element);
    await expect.poll(() => all(element, '[part=copy] ~ [part=code]').length).toBe(1);
    expect(clipboard).toEqual([]);
    expect(texts(element, '[part=copy]')[0]).toBe('Copy HTML Picture 300');
  });

  it('without a clipboard selects the code and says which keys to press', async () => {
    hasClipboard = false;
    const element = await show();
    await copy(element);
    await expect.poll(() => texts(element, '[part~=note]')[0]).toMatch(/^Press .+C to copy\.$/);
    await expect.poll(() => getSelection()?.toString()).toBe(texts(element, '[part=code]')[0]);
    expect(texts(element, '[part=copy]')).not.toContain('Copied Picture 300');
  });

  it('gives the chosen form', async () => {
    const element = await show({ code: 'html markdown url' });
    await copy(element);
    await expect.poll(() => clipboard.length).toBe(1);
    await userEvent.selectOptions(one(element, 'select'), 'url');
    await expect.poll(() => texts(element, '[part=code]')[0]).toBe(link);
    await expect.poll(() => texts(element, '[part=copy]')[0]).toBe('Copy URL Picture 300');
    expect(links()).toBe(1);
  });

  it('is no code where the network gives no link', async () => {
    const element = await show();
    const errors: unknown[] = [];
    element.addEventListener('hasoffers-error', (event) => errors.push((event as CustomEvent).detail));
    answer.mockImplementation(() => []);
    await copy(element);
    await expect.poll(() => texts(element, '[part~=note]')[0]).toBe('No link can be created for this offer.');
    await expect.poll(() => errors).toMatchObject([{ code: 'not-found' }]);
    expect(clipboard).toEqual([]);
  });
});

describe("the network's HTML", () => {
  const code =
    '<script>window.hit = 1</script><img src=x onerror="window.hit = 1"><a href="{tracking_link}">x</a> {more}';
  const html = { 7: { type: 'html ad', display: 'Teaser', width: '300', height: '250', code } };

  it('is text, with the link as soon as there is one', async () => {
    const element = await show({ types: 'html' }, html);
    expect(texts(element, '[part=code]')).toEqual([code]);
    expect(all(element, '[part=code] *')).toEqual([]);
    expect(texts(element, '[part~=note]')).toEqual(['Not filled in: {more}']);
    await copy(element);
    await expect.poll(() => clipboard.length).toBe(1);
    await expect.poll(() => texts(element, '[part=code]')).toEqual(clipboard);
    expect(clipboard[0]).toContain('href="https://go.example/aff_c?offer_id=4&amp;aff_id=94"');
    expect('hit' in window).toBe(false);
  });

  it('is drawn in a frame that runs no script', async () => {
    const element = await show({ types: 'html', preview: 'frame' }, html);
    await expect.poll(() => all(element, 'iframe').length).toBe(1);
    const frame = one(element, 'iframe') as HTMLIFrameElement;
    expect([frame.getAttribute('sandbox'), frame.hasAttribute('credentialless'), frame.title]).toEqual([
      '',
      true,
      'Teaser',
    ]);
    expect(frame.src).toMatch(/^blob:/);
  });

  it('that the proxy keeps leaves the link', async () => {
    const element = await show({ types: 'html' }, { 7: { ...html[7], code: undefined } });
    expect(texts(element, '[part=copy]')).toEqual(['Copy URL Teaser']);
    await copy(element);
    await expect.poll(() => clipboard).toEqual([link]);
  });

  it('has no preview where none is wanted', async () => {
    const element = await show({ types: 'html image', preview: 'none' }, { ...files, ...html });
    expect(all(element, '[part=preview], img, iframe, [part=code]')).toEqual([]);
  });
});

describe('the element', () => {
  it('turns pages', async () => {
    const element = await show({ 'page-size': '2' });
    expect(texts(element, '[part=count]')).toEqual(['1–2 of 5']);
    await userEvent.click(one(element, '[part=next]'));
    await expect.poll(() => texts(element, '[part=name]')).toEqual(['Picture 728', 'Words']);
    await expect.poll(() => texts(element, '[role=status]')).toEqual(['3–4 of 5']);
  });

  it('filters, says that nothing matches, and clears', async () => {
    const element = await show({ filters: 'type size' });
    answer.mockImplementation(() => []);
    await userEvent.selectOptions(one(element, 'select', 1), '728x90');
    await expect.poll(() => texts(element, '[part=empty] p')).toEqual(['No creatives match.']);
    answer.mockImplementation(answerAll);
    await userEvent.click(one(element, '[part=empty] button'));
    await expect.poll(() => all(element, '[part=item]').length).toBe(5);
  });

  it('renders an error for the author and the visitor, and recovers', async () => {
    answer.mockImplementation(() => {
      throw new ApiError('timeout', 'Too slow.');
    });
    const element = await show();
    expect(element.state).toBe('error');
    expect(page.logged).toEqual(['hasoffers-creatives timeout']);
    answer.mockImplementation(answerAll);
    await userEvent.click(one(element, '[part=retry]'));
    await expect.poll(() => element.state).toBe('ready');
  });

  it('is empty without files, and follows its attributes', async () => {
    const element = await show({}, {});
    expect(element.state).toBe('empty');
    expect(texts(element, '[part=empty] p')).toEqual(['No creatives yet.']);
    answer.mockImplementation(answerAll);
    element.setAttribute('offer', '5');
    await expect.poll(() => all(element, '[part=item]').length).toBe(5);
  });

  it('keeps its codes when it is moved', async () => {
    const element = await show();
    await copy(element);
    await expect.poll(() => clipboard.length).toBe(1);
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await expect.poll(() => texts(element, '[part=code]')[0]).toBe(clipboard[0]);
    expect(page.requests).toHaveLength(2);
  });

  it('has no accessibility violation', async () => {
    const element = await show({ filters: 'type size', code: 'html url', 'page-size': '4' });
    await copy(element);
    await expect.poll(() => clipboard.length).toBe(1);
    expect(await findViolations(element)).toEqual([]);
  });
});
