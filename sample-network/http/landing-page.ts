import { offersUpTo } from '../data/catalogue.js';
import { sampleNetworkId } from '../keys.js';
import { thumbnailFile } from '../methods/thumbnail.js';
import type { PhpArray } from '../wire/php-params.js';
import { escapeHtml, htmlPage, pageHeaders } from './html.js';
import type { Reply } from './reply.js';

/** Where a tracking link ends here: a page that says where the visitor would be and what was counted. */
export function landingPage(params: PhpArray, mediaBase: string): Reply {
  const id = params.get('offer_id');
  const seed = offersUpTo(3_000).find((offer) => String(offer.id) === id);
  if (!seed) {
    const body = '<main><h1>This link leads nowhere</h1><p>The sample network has no such offer.</p></main>';
    return {
      status: 404,
      type: 'text/html; charset=utf-8',
      body: htmlPage('No such offer', body),
      headers: pageHeaders,
    };
  }
  const file = thumbnailFile(seed, sampleNetworkId, mediaBase);
  const picture = 'file' in seed.picture && typeof file?.url === 'string' ? encodeURI(file.url) : null;
  const tracked = [...params].map(
    ([name, value]) =>
      `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(typeof value === 'string' ? value : '(list)')}</td></tr>`,
  );
  const body = `<main>
${picture ? `<img src="${escapeHtml(picture)}" alt="">` : ''}
<h1>You would now be at ${escapeHtml(seed.brand)}</h1>
<p>On a real network this click would have gone on to <code>${escapeHtml(seed.preview ?? 'the shop')}</code>. Here it ends: nothing was sold, nobody is tracked.</p>
<h2>What the link carried</h2>
<table>${tracked.join('\n')}</table>
<p class="note">A page of the sample network that comes with hasoffers-widgets.</p>
</main>`;
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: htmlPage(`Sample: ${seed.brand}`, body),
    headers: pageHeaders,
  };
}
