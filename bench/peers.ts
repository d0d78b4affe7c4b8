/** The custom element of giscus, which shows its comments in a frame. */
export const giscus = `import 'giscus';`;

/** Scripts that pages embed for like reasons, as a page gets them from a bundler. */
export const peers = [
  { name: 'giscus', code: giscus, inPlace: false },
  {
    name: 'Shoelace (card, avatar, button, skeleton)',
    code: ['card', 'avatar', 'button', 'skeleton']
      .map((each) => `import '@shoelace-style/shoelace/dist/components/${each}/${each}.js';`)
      .join('\n'),
    inPlace: true,
  },
  { name: 'media-chrome', code: `import 'media-chrome';`, inPlace: true },
  {
    name: '@algolia/autocomplete-js',
    code: `import { autocomplete } from '@algolia/autocomplete-js'; window.peer = autocomplete;`,
    inPlace: true,
  },
  {
    name: '@shopify/buy-button-js',
    code: `import ShopifyBuy from '@shopify/buy-button-js'; window.peer = ShopifyBuy;`,
    inPlace: true,
  },
  {
    name: '@typeform/embed',
    code: `import * as embed from '@typeform/embed'; window.peer = embed;`,
    inPlace: false,
  },
  { name: 'lite-youtube-embed', code: `import 'lite-youtube-embed';`, inPlace: false },
] as const;
