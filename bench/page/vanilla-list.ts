import { createCard, createSkeleton } from './vanilla-card.js';
import { readResponse } from './vanilla-offer.js';

/** The stylesheets of `<hasoffers-offer-list>`, which the bench bundles along: style costs the same on both sides. */
declare const __STYLES__: string;

const styles = new CSSStyleSheet();
styles.replaceSync(__STYLES__);

/** As `WidgetRoot.tsx` and `OfferListView.tsx` render while loading, without skeletons. */
const loadingMarkup = `<div part="root" class="root auto waiting" lang="en" dir="ltr">
<slot name="header"></slot>
<div class="content" tabindex="-1" aria-busy="true"><div class="offers ">
<p part="disclosure" id="disclosure" role="note" class="muted invisible">We may earn a commission when you use these links.</p>
<slot name="loading"><ul part="list" class="items grid" aria-label="Offers" aria-describedby="disclosure"></ul></slot>
<div class="bar"></div>
</div></div>
<slot class="fallback"></slot>
<slot name="footer"></slot>
<p class="visually-hidden" role="status"><span></span></p>
</div>`.replaceAll('\n', '');

const moreMarkup = '<button type="button" part="pager">Show more</button>';

const number = (value: number): string => value.toLocaleString('en');

const stepMarkup = (name: 'Previous' | 'Next', isPossible: boolean, path: string): string =>
  `<button type="button" class="step" aria-label="${name}" aria-disabled="${!isPossible}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"></path></svg></button>`;

function pagerMarkup(page: number, pageCount: number): string {
  const pages = [...new Set([1, page - 1, page, page + 1, pageCount])].filter((each) => each > 0 && each <= pageCount);
  const buttons = pages.map((each, index) => {
    const isGap = index > 0 && each - 1 > (pages[index - 1] ?? each);
    const gap = isGap ? '<span class="muted" aria-hidden="true">…</span>' : '';
    const current = each === page ? ' aria-current="page"' : '';
    return `${gap}<button type="button" aria-label="Page ${number(each)}"${current}>${number(each)}</button>`;
  });
  return `<fieldset part="pager" class="pager" aria-label="Pages">${stepMarkup('Previous', page > 1, 'm15 5-7 7 7 7')}${buttons.join('')}${stepMarkup('Next', page < pageCount, 'm9 5 7 7-7 7')}</fieldset>`;
}

/**
 * The offer list as one would write it by hand for one network, one language and one layout: the same nodes, by cloned
 * templates, and nothing else of what the widget does. Shows a first page; with `source="approved"`, whose data comes all
 * at once, "Show more" adds pages.
 */
class VanillaList extends HTMLElement {
  #page = 1;

  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    root.innerHTML = loadingMarkup;
    this.#find('ul').append(...Array.from({ length: this.#pageSize }, createSkeleton));
    void this.#load();
  }

  get #pageSize(): number {
    return Number(this.getAttribute('page-size'));
  }

  #find(selector: string): HTMLElement {
    return this.shadowRoot?.querySelector(selector) as HTMLElement;
  }

  async #load(): Promise<void> {
    const url = new URL(this.getAttribute('endpoint') ?? '', location.href);
    url.searchParams.set('limit', String(this.#pageSize));
    const response = await fetch(url);
    const { offers, total } = readResponse(await response.text());
    const list = this.#find('ul');
    list.replaceChildren(...offers.slice(0, this.#pageSize).map(createCard));
    list.parentElement?.replaceWith(list);
    this.#find('#disclosure').className = 'muted ';
    this.#find('.root').className = 'root auto ';
    this.#find('.fallback').remove();
    this.#find('.content').ariaBusy = 'false';
    this.#renderBar(total);
    this.#find('.bar').addEventListener('click', ({ target }) => {
      if (!(target as Element).matches('button[part=pager]')) return;
      const shown = this.#page * this.#pageSize;
      this.#page += 1;
      list.append(...offers.slice(shown, shown + this.#pageSize).map(createCard));
      this.#renderBar(total);
      this.#emitLoad();
    });
    this.#emitLoad();
  }

  #renderBar(total: number): void {
    const pageCount = Math.ceil(total / this.#pageSize);
    const range = `1–${number(Math.min(this.#page * this.#pageSize, total))} of ${number(total)}`;
    const addsPages = this.getAttribute('pagination') === 'more';
    const pager = addsPages ? (this.#page < pageCount ? moreMarkup : '') : pagerMarkup(this.#page, pageCount);
    this.#find('.bar').innerHTML = `<p part="count" class="muted" dir="auto">${range}</p>${pager}`;
  }

  #emitLoad(): void {
    this.dispatchEvent(new CustomEvent('hasoffers-load', { bubbles: true, composed: true }));
  }
}

customElements.define('vanilla-list', VanillaList);
