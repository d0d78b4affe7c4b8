import { describe, expect, it } from 'vitest';
import { allReady } from './browser.js';
import { list, names, setCountedCalls } from './counted-calls.js';

const { calls, open } = setCountedCalls();

describe('an element made', () => {
  const ways: Readonly<Record<string, (html: string) => void>> = {
    'by createElement': () => {
      const element = document.createElement('hasoffers-offer-list');
      element.setAttribute('page-size', '3');
      (element as unknown as { loading: string }).loading = 'eager';
      document.body.append(element);
    },
    'by its class': () => {
      const element = new (customElements.get('hasoffers-offer-list') as CustomElementConstructor)();
      Object.assign(element, { pageSize: 3, loading: 'eager' });
      document.body.append(element);
    },
    'by innerHTML': (html) => {
      document.body.innerHTML = html;
    },
    'by insertAdjacentHTML': (html) => document.body.insertAdjacentHTML('beforeend', html),
    'by a fragment of a range': (html) => document.body.append(document.createRange().createContextualFragment(html)),
    'by DOMParser and importNode': (html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element;
      document.body.append(document.importNode(parsed, true));
    },
    'by DOMParser and adoption': (html) => {
      document.body.append(new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element);
    },
    'by a template': (html) => {
      const template = document.createElement('template');
      template.innerHTML = html;
      document.body.append(template.content.cloneNode(true));
    },
    'by declarative shadow DOM around it': (html) => {
      const host = document.createElement('div');
      host.setHTMLUnsafe(`<section><template shadowrootmode="open">${html}</template></section>`);
      document.body.append(host);
    },
  };
  it.each(Object.entries(ways))('%s shows its offers by one call', async (_, make) => {
    const { page, consoleErrors, close } = await open('');
    await page.waitForFunction(() => 'HasOffersWidgets' in window);
    await page.evaluate(make, list());
    await expect.poll(() => names(page)).toHaveLength(3);
    expect(calls.asked).toHaveLength(1);
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('as a copy of one that shows something is an element of its own', async () => {
    const { page, consoleErrors, close } = await open(list());
    await allReady(page);
    await page.evaluate(() =>
      document.body.append(document.querySelector('hasoffers-offer-list')?.cloneNode(true) ?? ''),
    );
    await expect.poll(() => names(page)).toHaveLength(6);
    await page.locator('hasoffers-offer-list').last().getByRole('button', { name: 'Next' }).click();
    await expect.poll(async () => new Set(await names(page)).size).toBe(6);
    expect(consoleErrors).toEqual([]);
    await close();
  });
});
