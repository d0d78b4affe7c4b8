import { toBones, toCard } from './vanilla-card.js';
import { type CardOffer, readAnswer } from './vanilla-offer.js';

const write = (value: number): string => value.toLocaleString('en');

const frame = `<div part="root" class="root auto" lang="en" dir="ltr"><slot name="header"></slot><div class="content" tabindex="-1" aria-busy="true"><div class="offers "></div></div><slot name="footer"></slot><p class="hidden" role="status"></p></div>`;

const toolbar = `<search part="toolbar" class="toolbar" aria-label="Search offers"><div part="search" class="control search"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 4a6 6 0 1 0 .1 0zm5 11 5 5"></path></svg><input type="search" aria-label="Search offers" placeholder="Search offers"></div><button type="button" class="ghost">Clear filters</button></search>`;

const body = `<p part="disclosure" id="disclosure" role="note" class="muted ">We may earn a commission when you use these links.</p><ul part="list" class="items grid" aria-label="Offers" aria-describedby="disclosure"></ul><div class="bar"></div>`;

const more = '<button type="button" part="pager">Show more</button>';

const turn = (name: 'Previous' | 'Next', possible: boolean, path: string): string =>
  `<button type="button" class="turn" aria-label="${name}" title="${name}" aria-disabled="${!possible}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"></path></svg></button>`;

function pager(page: number, last: number): string {
  const numbers = [...new Set([1, page - 1, page, page + 1, last])].filter((number) => number > 0 && number <= last);
  const buttons = numbers.map((number, index) => {
    const gap = number - 1 > (numbers[index - 1] ?? page) ? '<span class="muted" aria-hidden="true">…</span>' : '';
    const current = number === page ? ' aria-current="page"' : '';
    return `${gap}<button type="button" aria-label="Page ${write(number)}"${current}>${write(number)}</button>`;
  });
  return `<fieldset part="pager" class="pager" aria-label="Pages">${turn('Previous', page > 1, 'm15 5-7 7 7 7')}${buttons.join('')}${turn('Next', page < last, 'm9 5 7 7-7 7')}</fieldset>`;
}

/**
 * What a good programmer would write by hand, for one network, in one language and one look: the same nodes as ours, by
 * cloned templates and one `replaceChildren`, and nothing else of what the widget does. The bench compares the nodes.
 */
export class VanillaList extends HTMLElement {
  static readonly observedAttributes = ['theme', 'layout'];

  /** The widget's own stylesheet, so that both cost the browser the same. */
  static sheets: readonly CSSStyleSheet[] = [];

  readonly #root = this.attachShadow({ mode: 'open' });
  #frame: HTMLElement | undefined;
  #list: HTMLElement | undefined;
  #all: readonly CardOffer[] = [];
  #shown = new Map<string, { readonly offer: CardOffer; readonly item: HTMLElement }>();
  #page = 1;
  #search = '';

  get #isWhole(): boolean {
    return this.getAttribute('source') === 'approved';
  }

  get #pageSize(): number {
    return Number(this.getAttribute('page-size'));
  }

  connectedCallback(): void {
    if (this.#frame) return;
    this.#root.adoptedStyleSheets = [...VanillaList.sheets];
    this.#root.innerHTML = frame;
    this.#frame = this.#root.firstElementChild as HTMLElement;
    if (this.hasAttribute('search')) this.#offers.innerHTML = toolbar;
    this.#root.addEventListener('input', ({ target }) => this.#filter((target as HTMLInputElement).value));
    this.#root.addEventListener('click', (event) => this.#turn(event));
    void this.load();
  }

  attributeChangedCallback(name: string): void {
    if (!this.#frame) return;
    if (name === 'theme') this.#frame.className = `root ${this.getAttribute('theme') ?? 'auto'}`;
    else if (this.#list) this.#list.className = `items ${this.getAttribute('layout') ?? 'grid'}`;
  }

  /** Shows bones, asks, shows the offers: from the start, `pages` pages of them where they accumulate. */
  async load(pages = this.#page): Promise<void> {
    this.#page = pages;
    this.#showBones();
    await this.#ask();
  }

  get #offers(): HTMLElement {
    return this.#frame?.querySelector('.offers') as HTMLElement;
  }

  #showBones(): void {
    this.#shown.clear();
    const kept = this.#offers.querySelector('search');
    this.#offers.innerHTML = body;
    if (kept) this.#offers.prepend(kept);
    this.#list = this.#offers.querySelector('ul') as HTMLElement;
    const disclosure = this.#offers.querySelector('#disclosure') as HTMLElement;
    disclosure.className = 'muted ghost';
    this.attributeChangedCallback('layout');
    this.#list.append(...Array.from({ length: this.#pageSize }, toBones));
    const slot = document.createElement('slot');
    slot.name = 'loading';
    this.#list.replaceWith(slot);
    slot.append(this.#list);
  }

  async #ask(): Promise<void> {
    const content = this.#offers.parentElement as HTMLElement;
    content.ariaBusy = 'true';
    const response = await fetch(`${this.getAttribute('endpoint')}?limit=${this.#pageSize}&page=${this.#page}`);
    const { offers, total } = readAnswer(await response.text());
    this.#all = offers;
    this.#draw(total);
    content.ariaBusy = 'false';
    this.dispatchEvent(new CustomEvent('hasoffers-load', { bubbles: true, composed: true }));
  }

  #filter(search: string): void {
    this.#search = search.trim().toLowerCase();
    this.#page = 1;
    this.#draw(this.#all.length);
    const clear = this.#offers.querySelector<HTMLElement>('search button');
    if (clear) clear.className = this.#search ? '' : 'ghost';
  }

  #turn(event: Event): void {
    const label = (event.target as Element).closest('[part=pager], .turn')?.ariaLabel;
    if (label === undefined) return;
    this.#page += label === 'Previous' ? -1 : 1;
    if (this.#isWhole) this.#draw(this.#all.length);
    else void this.#ask();
  }

  #draw(total: number): void {
    const { pagination } = { pagination: this.getAttribute('pagination') };
    const found = this.#search ? this.#all.filter(({ name }) => name.toLowerCase().includes(this.#search)) : this.#all;
    const count = this.#isWhole ? found.length : total;
    const offers = this.#isWhole ? found.slice(0, this.#page * this.#pageSize) : found;
    const list = this.#list as HTMLElement;
    const before = this.#shown;
    this.#shown = new Map();
    const fragment = new DocumentFragment();
    for (const offer of offers) {
      const known = before.get(offer.id);
      const item = known?.offer === offer ? known.item : toCard(offer);
      this.#shown.set(offer.id, { offer, item });
      fragment.append(item);
    }
    list.replaceChildren(fragment);
    if (list.parentElement?.localName === 'slot') list.parentElement.replaceWith(list);
    const disclosure = this.#offers.querySelector('#disclosure');
    if (disclosure) disclosure.className = 'muted ';
    const last = Math.ceil(count / this.#pageSize);
    const start = pagination === 'more' ? 0 : (this.#page - 1) * this.#pageSize;
    const range = `${write(start + 1)}–${write(start + offers.length)} of ${write(count)}`;
    const next = pagination === 'more' ? (this.#page < last ? more : '') : last > 1 ? pager(this.#page, last) : '';
    const bar = this.#offers.querySelector('.bar') as HTMLElement;
    const said = bar.querySelector('p')?.textContent;
    bar.innerHTML = `<p part="count" class="muted" dir="auto">${range}</p>${next}`;
    const status = this.#root.querySelector('[role=status]');
    if (said && said !== range && status) status.textContent = range;
  }
}
