import { toCodeBlock } from '../../scripts/guides/code-block.js';
import { gallery, galleryStates } from './gallery.js';
import type { GalleryState } from './gallery.types.js';

/** Markup as the gallery runs it, without what is there for the demo's sake. */
const toShown = (markup: string) => markup.replace(/ data-(waits|then="[^"]*")/g, '').replace(/\n<script.*/, '');

const badges = ({ state, stale, code }: GalleryState) =>
  [`:state(${state})`, ...(stale ? [':state(stale)'] : []), ...new Set(code?.split(' '))]
    .map((word) => `<code>${word}</code>`)
    .join(' ');

/** The rows of `states.html`. */
export function renderGallery(): string {
  const row = (state: GalleryState) => {
    const { id, title, about, markup, frame, settles } = state;
    const stage = frame
      ? `<iframe class="frame" src="/states/${id}.html?only" title="${title}" height="${frame}" loading="lazy"></iframe>`
      : markup;
    return `<section class="state${settles ? ' settles' : ''}" id="${id}">
      <div class="state-text">
        <h3><a href="/states/${id}.html">${title}</a></h3>
        <p>${about}</p>
        <p class="marks">${badges(state)}</p>
      </div>
      <div class="stage stack">${stage}</div>
    </section>`;
  };
  return gallery
    .map(({ id, title, states }) => `<h2 class="group" id="${id}">${title}</h2>${states.map(row).join('\n')}`)
    .join('\n');
}

/** Links to all of them, for the top of the gallery. */
export const renderIndex = (): string =>
  gallery
    .map(
      ({ title, states }) =>
        `<p class="jumps"><span>${title}</span> ${states.map(({ id, title }) => `<a href="#${id}">${title}</a>`).join(' ')}</p>`,
    )
    .join('\n');

/** A page that shows one state and nothing else. */
export function renderState(state: GalleryState): string {
  const place = galleryStates.indexOf(state);
  const link = (other: GalleryState | undefined, rel: 'prev' | 'next') =>
    other
      ? `<a class="button" rel="${rel}" href="/states/${other.id}.html">${rel === 'prev' ? '← ' : ''}${other.title}${rel === 'next' ? ' →' : ''}</a>`
      : '<span></span>';
  return `<!doctype html>
<html lang="en">
  <head>
    <!-- include meta -->
    <script src="/states/signed-in.js" vite-ignore></script>
    <script src="/hasoffers-portal.js" data-endpoint="/hasoffers" defer vite-ignore></script>
    <title>${state.title} – every state – hasoffers-widgets</title>
    <meta name="description" content="HasOffers widgets, state by state: ${state.title}." />
  </head>
  <body class="one">
    <!-- include header -->
    <main id="main" tabindex="-1">
      <section class="wrap page-top">
        <p class="eyebrow"><a href="/states.html#${state.id}">Every state</a></p>
        <h1>${state.title}</h1>
        <p class="lede">${state.about}</p>
        <p class="marks">${badges(state)}</p>
      </section>
      <div class="wrap single">
        <div class="stage stack">${state.markup}</div>
        ${toCodeBlock(toShown(state.markup), 'html')}
        <nav class="turn" aria-label="States">${link(galleryStates[place - 1], 'prev')}${link(galleryStates[place + 1], 'next')}</nav>
      </div>
    </main>
    <!-- include footer -->
  </body>
</html>`;
}
