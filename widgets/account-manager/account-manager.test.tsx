import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import { defineWidget } from '../../shared/element/define-widget.js';
import { parts, said, showElement, type TestedElement } from '../../shared/element/test-element.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { messages } from '../../shared/i18n/messages.js';
import { accountManager } from './account-manager.js';

const mara = {
  id: '4',
  first_name: 'Mara',
  last_name: 'Okafor',
  title: 'Partner Manager',
  email: 'mara@network.example',
  phone: '+44 20 7946 0812 ext. 7',
  cell_phone: '+1 (555) 0142',
  aim: 'mara.network',
  photo: null,
};

const answer = vi.fn<() => unknown>();
const page = createTestPage(() => answer());
defineWidget(accountManager, page);

interface ManagerElement extends TestedElement {
  fields: readonly string[];
  layout: string;
}

const show = (attributes: Record<string, string> = {}) =>
  showElement<ManagerElement>('hasoffers-account-manager', attributes);

const part = (element: Element, name: string) => element.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`);
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

answer.mockReturnValue(mara);

afterEach(() => {
  document.body.replaceChildren();
  answer.mockReset().mockReturnValue(mara);
});

describe('<hasoffers-account-manager>', () => {
  it('shows name, title and every way to get in touch', async () => {
    const element = await show();
    expect(part(element, 'name')?.textContent).toBe('Mara Okafor');
    expect(part(element, 'title')?.textContent).toBe('Partner Manager');
    expect(parts(element, 'contact-link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['mara@network.example', 'mailto:mara@network.example'],
      ['+44 20 7946 0812 ext. 7', 'tel:+442079460812'],
      ['+1 (555) 0142', 'tel:+15550142'],
      ['mara.network', null],
    ]);
  });

  it('shows initials where there is no photo, and where it does not load', async () => {
    const element = await show();
    expect(part(element, 'photo')?.textContent).toBe('MO');
    answer.mockReturnValue({ ...mara, photo: 'http://127.0.0.1:1/nobody.png' });
    await element.refresh();
    await expect.poll(() => part(element, 'photo')?.textContent).toBe('MO');
  });

  it('shows only the fields of the attribute, in its order', async () => {
    const element = await show({ fields: 'phone email' });
    expect(parts(element, 'contact-link').map((link) => link.textContent)).toEqual([mara.phone, mara.email]);
    expect([part(element, 'photo'), part(element, 'title')]).toEqual([null, null]);
    element.fields = ['title'];
    await settled();
    expect(parts(element, 'contact')).toHaveLength(0);
    expect(part(element, 'title')?.textContent).toBe('Partner Manager');
  });

  it('shows a manager with a name only', async () => {
    answer.mockReturnValue({ id: '4', first_name: 'Mara' });
    const element = await show();
    expect(part(element, 'name')?.textContent).toBe('Mara');
    expect(parts(element, 'contact')).toHaveLength(0);
  });

  it('shows that no manager is assigned, as a state of its own', async () => {
    answer.mockReturnValue(false);
    const element = await show();
    expect(element.state).toBe('empty');
    expect(part(element, 'empty')?.textContent).toBe(messages.noManager);
  });

  it('fires a cancelable event before a contact is used', async () => {
    const element = await show({ fields: 'email' });
    const heard: unknown[] = [];
    document.addEventListener(
      'hasoffers-contact',
      (event) => {
        heard.push((event as CustomEvent).detail);
        event.preventDefault();
      },
      { once: true },
    );
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    part(element, 'contact-link')?.dispatchEvent(click);
    expect(heard).toEqual([{ kind: 'email', value: 'mara@network.example' }]);
    expect(click.defaultPrevented).toBe(true);
  });

  it('copies, announces it, and fires an event', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const element = await show({ fields: 'chat' });
    const heard = vi.fn();
    element.addEventListener('hasoffers-contact', (event) => heard((event as CustomEvent).detail), { once: true });
    part(element, 'copy')?.click();
    await settled();
    expect(write).toHaveBeenCalledExactlyOnceWith('mara.network');
    expect(heard).toHaveBeenCalledExactlyOnceWith({ kind: 'chat', value: 'mara.network' });
    expect(said(element)).toBe(messages.copied);
    element.addEventListener('hasoffers-contact', (event) => event.preventDefault(), { once: true });
    part(element, 'copy')?.click();
    await settled();
    expect(write).toHaveBeenCalledTimes(1);
    write.mockRestore();
  });

  it('shows a friendly message and recovers by "Try again", from the keyboard', async () => {
    answer.mockImplementationOnce(() => {
      throw new ApiError('upstream', 'Cause for the author.');
    });
    const element = await show();
    expect(element.state).toBe('error');
    const text = part(element, 'error')?.textContent;
    expect(text).toContain(messages.errorTemporary);
    expect(text).not.toContain('author');
    part(element, 'retry')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => part(element, 'name')?.textContent).toBe('Mara Okafor');
    expect(document.activeElement).toBe(element);
  });

  it('offers no retry where it cannot help', async () => {
    answer.mockImplementation(() => {
      throw new ApiError('auth', 'The key is refused.');
    });
    const element = await show();
    expect(part(element, 'error')?.textContent).toBe(messages.errorUnavailable);
    expect(part(element, 'retry')).toBeNull();
  });

  it('keeps the card and marks it as old when a refresh fails', async () => {
    const element = await show();
    answer.mockImplementationOnce(() => {
      throw new ApiError('network', 'No connection.');
    });
    await element.refresh();
    await settled();
    expect(part(element, 'stale')?.textContent).toMatch(/This may be out of date\. As of \d+:\d\d/);
    expect(part(element, 'name')?.textContent).toBe('Mara Okafor');
  });

  it("shows the page's own markup from slots", async () => {
    answer.mockReturnValue(false);
    const element = document.createElement('hasoffers-account-manager') as ManagerElement;
    const own = document.createElement('p');
    own.slot = 'empty';
    own.textContent = 'Write to us!';
    element.append(own);
    element.setAttribute('loading', 'eager');
    document.body.append(element);
    await element.ready;
    expect(own.assignedSlot?.name).toBe('empty');
    expect(own.checkVisibility()).toBe(true);
  });

  it('shows changed data after a browser translator has wrapped every text', async () => {
    const element = await show();
    const walker = document.createTreeWalker(element.shadowRoot as Node, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
    answer.mockReturnValue({ ...mara, first_name: 'Ada', title: 'Director', email: 'ada@network.example' });
    await element.refresh();
    await settled();
    expect(part(element, 'name')?.textContent).toBe('Ada Okafor');
    expect(part(element, 'title')?.textContent).toBe('Director');
    expect(parts(element, 'contact-link')[0]?.textContent).toBe('ada@network.example');
  });

  it.each([
    ['card', 'light', 'en'],
    ['card', 'dark', 'ar'],
    ['inline', 'light', 'de'],
    ['inline', 'dark', 'en'],
  ])('has no accessibility violation as %s, %s, in %s', async (layout, theme, lang) => {
    expect(await findViolations(await show({ layout, theme, lang }))).toEqual([]);
  });

  it('has no accessibility violation while loading, when empty, and in an error', async () => {
    answer.mockReturnValueOnce(new Promise(() => {}));
    const loading = document.createElement('hasoffers-account-manager');
    loading.setAttribute('loading', 'eager');
    document.body.append(loading);
    await settled();
    answer.mockReturnValueOnce(false);
    await show();
    answer.mockImplementationOnce(() => {
      throw new ApiError('network', 'No connection.');
    });
    await show();
    expect(await findViolations(document.body)).toEqual([]);
  });
});
