/** The custom element of giscus, which shows its comments in a frame. */
export const giscus = `import 'giscus';`;

/**
 * Scripts that pages embed for like reasons, as a page gets them from a bundler. `data`: loads something and draws it in
 * the page, as ours does. `parts`: things to draw with, for data that the page has. `frame`: the rest comes in an iframe.
 */
export const peers = [
  { name: 'giscus', code: giscus, kind: 'frame' },
  {
    name: 'Shoelace (card, avatar, button, skeleton)',
    code: ['card', 'avatar', 'button', 'skeleton']
      .map((each) => `import '@shoelace-style/shoelace/dist/components/${each}/${each}.js';`)
      .join('\n'),
    kind: 'parts',
  },
  { name: 'media-chrome', code: `import 'media-chrome';`, kind: 'parts' },
  {
    name: '@algolia/autocomplete-js',
    code: `import { autocomplete } from '@algolia/autocomplete-js'; window.peer = autocomplete;`,
    kind: 'data',
  },
  {
    name: '@shopify/buy-button-js',
    code: `import ShopifyBuy from '@shopify/buy-button-js'; window.peer = ShopifyBuy;`,
    kind: 'data',
  },
  {
    name: '@typeform/embed',
    code: `import * as embed from '@typeform/embed'; window.peer = embed;`,
    kind: 'frame',
  },
  { name: 'lite-youtube-embed', code: `import 'lite-youtube-embed';`, kind: 'frame' },
] as const;
