/** For tests of elements: puts one into the page, and finds what it shows in its shadow root. */

/** What every element has. */
export interface TestedElement extends HTMLElement {
  readonly state: string;
  readonly ready: Promise<void>;
  refresh(): Promise<void>;
}

/** An element that is not in the page yet. It will not wait until somebody sees it. */
export function createElement<Tested extends TestedElement>(
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Tested {
  const element = document.createElement(tag) as Tested;
  for (const [name, value] of Object.entries({ loading: 'eager', ...attributes })) element.setAttribute(name, value);
  return element;
}

/** An element that has loaded, or failed to. */
export async function showElement<Tested extends TestedElement>(
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Promise<Tested> {
  const element = createElement<Tested>(tag, attributes);
  document.body.append(element);
  await element.ready;
  return element;
}

export const all = <Found extends HTMLElement>(element: Element, selector: string): Found[] => [
  ...(element.shadowRoot?.querySelectorAll<Found>(selector) ?? []),
];

/** @throws Error where there are fewer. */
export function one(element: Element, selector: string, index = 0): HTMLElement {
  const found = all(element, selector)[index];
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
}

export const texts = (element: Element, selector: string) => all(element, selector).map((node) => node.textContent);

export const parts = (element: Element, name: string) => all(element, `[part=${name}]`);

/** @throws Error where there is none. */
export const part = (element: Element, name: string) => one(element, `[part=${name}]`);

export const partTexts = (element: Element, name: string) =>
  parts(element, name).map((node) => node.textContent?.trim());

/** What a screen reader announces. */
export const said = (element: Element) => one(element, '[role=status]').textContent;
