import { Idiomorph } from 'idiomorph';
import morphdom from 'morphdom';
import { afterEach, describe, expect, it } from 'vitest';
import { parts, reset, type TestedElement } from './test-element.js';

/** What a page's own scripts do to the children of a list in an author's look. */

const template = '<template><p class="row"><b data-bind="name"></b></p></template>';
const original = `<hasoffers-offer-list loading="eager" lang="en" page-size="3">${template}</hasoffers-offer-list>`;
const names = ['Offer 1', 'Offer 2', 'Offer 3'];

reset();
afterEach(reset);

/** The page as its server sent it, with the list loaded. */
async function load(children = template): Promise<TestedElement> {
  document.body.setHTMLUnsafe(`<main>${original.replace(template, children)}</main>`);
  const list = currentList();
  await list.ready;
  expect(copiesOf(list)).toEqual(names);
  return list;
}

const currentList = () => document.querySelector('hasoffers-offer-list') as TestedElement;
const copiesOf = (list: Element) =>
  [...list.children].filter(({ slot }) => slot.startsWith('offer-')).map((copy) => copy.textContent?.trim());

/** What the visitor sees through the slots, in their order. */
const seen = (list: Element) =>
  [...(list.shadowRoot?.querySelectorAll<HTMLSlotElement>('.items slot') ?? [])].map((slot) =>
    slot
      .assignedElements()
      .filter((copy) => copy.checkVisibility())
      .map((copy) => copy.textContent?.trim())
      .join(),
  );

const copies = (list: Element) => [...list.querySelectorAll<HTMLElement>(':scope > [slot^=offer-]')];
const parse = (html: string) => {
  const place = document.createElement('div');
  place.setHTMLUnsafe(html);
  return place;
};

describe('a list with a template shows each offer once after', () => {
  const changes: Readonly<Record<string, (list: TestedElement) => void>> = {
    'idiomorph of its outer HTML': (list) => void Idiomorph.morph(list, original),
    'idiomorph of its inner HTML': (list) => void Idiomorph.morph(list, template, { morphStyle: 'innerHTML' }),
    'idiomorph of the whole page': () =>
      void Idiomorph.morph(document.body, `<main>${original}</main>`, { morphStyle: 'innerHTML' }),
    'morphdom of its outer HTML': (list) => void morphdom(list, original),
    'morphdom of its inner HTML': (list) => void morphdom(list, original, { childrenOnly: true }),
    'morphdom of what stands around it': (list) =>
      void morphdom(list.parentElement as Element, `<main>${original}</main>`),
    'replaceChildren(template)': (list) => list.replaceChildren(list.querySelector('template') as Element),
    'replaceChildren of a copy of the template': (list) =>
      list.replaceChildren(list.querySelector('template')?.cloneNode(true) as Element),
    'its children written anew': (list) => list.setHTMLUnsafe(template),
    'its children written anew from what they are': (list) => list.setHTMLUnsafe(list.innerHTML),
    'emptying it and putting the template back': (list) => {
      const kept = list.querySelector('template') as Element;
      list.innerHTML = '';
      list.append(kept);
    },
    'the removal of one copy': (list) => copies(list)[1]?.remove(),
    'the removal of all copies': (list) => {
      for (const copy of copies(list)) copy.remove();
    },
    'another slot for a copy': (list) => {
      (copies(list)[0] as Element).slot = 'elsewhere';
    },
    'the loss of a slot': (list) => copies(list)[2]?.removeAttribute('slot'),
    'the slot of another offer': (list) => {
      (copies(list)[0] as Element).slot = 'offer-3';
    },
    'a second element in the slot of an offer': (list) => list.append(copies(list)[0]?.cloneNode(true) as Element),
    'a copy that was moved out of it': (list) => document.body.append(copies(list)[0] as Element),
    'a copy that was emptied': (list) => copies(list)[0]?.replaceChildren(),
    'a text of a copy that was replaced': (list) => {
      (copies(list)[0]?.querySelector('b') as Element).textContent = '';
    },
    'a copy of it in its place': (list) => list.replaceWith(list.cloneNode(true)),
  };

  it.each(Object.entries(changes))('%s', async (_, change) => {
    change(await load());
    await expect.poll(() => seen(currentList())).toEqual(names);
    const list = currentList();
    expect(copiesOf(list)).toEqual(expect.arrayContaining(names));
    expect(copiesOf(list)).toHaveLength(3);
    expect(list.state).toBe('ready');
  });
});

describe('a template wherever an editor puts it', () => {
  it.each([
    ['in <p>', `<p>${template}</p>`],
    ['in <div>', `<div class="wp-block">${template}</div>`],
    ['in <p> in <div>', `<div><p>${template}</p></div>`],
    ['in <figure>', `<figure>${template}<figcaption></figcaption></figure>`],
    ['between empty paragraphs', `<p></p>${template}<p></p>`],
    ['behind a fallback', `<p>Please enable scripts.</p>${template}`],
  ])('is found %s, and after a morph', async (_, children) => {
    const list = await load(children);
    expect(seen(list)).toEqual(names);
    Idiomorph.morph(list, children, { morphStyle: 'innerHTML' });
    await expect.poll(() => seen(list)).toEqual(names);
    morphdom(list, original.replace(template, children));
    await expect.poll(() => seen(list)).toEqual(names);
    expect(copiesOf(list)).toHaveLength(3);
  });
});

describe('a template in a list that stands in a slot itself', () => {
  it.each([
    ['its own slot', (list: string) => list.replace('<hasoffers-offer-list', '<hasoffers-offer-list slot="panel"')],
    ['the slot of what is around it', (list: string) => `<div slot="panel"><section>${list}</section></div>`],
    ['an empty slot', (list: string) => list.replace('<hasoffers-offer-list', '<hasoffers-offer-list slot=""')],
  ])('is found in %s', async (_, wrap) => {
    document.body.setHTMLUnsafe(`<main>${wrap(original)}</main>`);
    const list = currentList();
    await list.ready;
    expect(seen(list)).toEqual(names);
  });
});

describe('a list beside it', () => {
  it('that is a copy with everything in it shows each offer once, and so does the first', async () => {
    const list = await load();
    const copy = list.cloneNode(true) as TestedElement;
    document.body.append(copy);
    await copy.ready;
    for (const each of [list, copy]) {
      expect(seen(each)).toEqual(names);
      expect(copiesOf(each)).toHaveLength(3);
    }
  });
});

describe('a template that is changed in place is followed by refresh()', () => {
  const look = (list: Element) => list.querySelector('template') as HTMLTemplateElement;
  it.each<[string, (list: TestedElement) => void]>([
    ['its inner HTML', (list) => look(list).setHTMLUnsafe('<i>New <b data-bind="name"></b></i>')],
    ['a text of it', (list) => look(list).content.querySelector('p')?.prepend('New ')],
    [
      'its children',
      (list) => look(list).content.replaceChildren(...parse('<em>New <b data-bind="name"></b></em>').childNodes),
    ],
    [
      'a binding of it',
      (list) => {
        const { content } = look(list);
        content.querySelector('b')?.setAttribute('data-bind', 'id');
        content.querySelector('p')?.prepend('New ');
      },
    ],
  ])('%s', async (_, change) => {
    const list = await load();
    change(list);
    await list.refresh();
    await expect.poll(() => seen(list).every((text) => text.includes('New'))).toBe(true);
    expect(copiesOf(list)).toHaveLength(3);
  });
});

describe('without its template a list shows its own cards', () => {
  it.each([
    ['replaceChildren()', (list: Element) => list.replaceChildren()],
    ["innerHTML = ''", (list: Element) => list.setHTMLUnsafe('')],
    ['its removal', (list: Element) => list.querySelector('template')?.remove()],
    ['replaceChildren of a text', (list: Element) => list.replaceChildren('Offers')],
    ['idiomorph of a list without one', (list: Element) => void Idiomorph.morph(list, '', { morphStyle: 'innerHTML' })],
    [
      'morphdom of a list without one',
      (list: Element) => void morphdom(list, original.replace(template, ''), { childrenOnly: true }),
    ],
    ['an empty template', (list: Element) => list.setHTMLUnsafe('<template> </template>')],
    [
      'one with its children beside its content, as some frameworks make it',
      (list: Element) => {
        const empty = document.createElement('template');
        empty.append(...parse('<p data-bind="name"></p>').childNodes);
        list.replaceChildren(empty);
      },
    ],
    [
      'one that is in another slot',
      (list: Element) => list.replaceChildren(...parse(`<div slot="footer">${template}</div>`).childNodes),
    ],
  ])('after %s, and in the look of the next one', async (_, change) => {
    const list = await load();
    change(list);
    await expect.poll(() => parts(list, 'name').map((name) => name.textContent)).toEqual(names);
    expect(copiesOf(list)).toEqual([]);
    list.replaceChildren(...parse(template).childNodes);
    await expect.poll(() => seen(list)).toEqual(names);
  });
});
