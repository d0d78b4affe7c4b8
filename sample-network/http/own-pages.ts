import { catalogue } from '../data/catalogue.js';
import { faultNames } from '../faults.js';
import { disabledNetworkId, type SampleKeyName, sampleKeyPurposes, sampleKeys, sampleNetworkId } from '../keys.js';
import { thumbnailFile } from '../methods/thumbnail.js';
import { escapeHtml, htmlPage, pageHeaders } from './html.js';
import type { Reply } from './reply.js';

/** What a person sees who opens the sample network in a browser. */
export function frontPage(url: string): Reply {
  const keys = (Object.keys(sampleKeys) as SampleKeyName[]).map(
    (name) => `<tr><td>${sampleKeys[name]}</td><td><b>${name}</b><br>${escapeHtml(sampleKeyPurposes[name])}</td></tr>`,
  );
  return page(
    'Sample network',
    `<main>
<h1>Sample network</h1>
<p>A simulated HasOffers Affiliate API that comes with hasoffers-widgets. Brands, offers, people and keys are invented.</p>
<p>Base address <code>${escapeHtml(url)}</code>, network id <code>${sampleNetworkId}</code> (<code>${disabledNetworkId}</code> has the Affiliate API switched off).</p>
<p><code>${escapeHtml(url)}/Apiv3/json?Target=Affiliate_Offer&amp;Method=findAll&amp;limit=5&amp;api_key=…</code></p>
<h2>Keys</h2>
<table>${keys.join('\n')}</table>
<h2>Faults</h2>
<p>Put <code>/fault/NAME</code> in front of the path (<code>/fault/delay-1500/Apiv3/json</code>), or switch one on for everybody: <code>POST /_control/fault?name=NAME</code>.</p>
<p>${faultNames.map((name) => `<code>${name}</code>`).join(', ')}</p>
<p><a href="/_control/pictures">All pictures</a></p>
</main>`,
  );
}

/** Every picture of the catalogue on one sheet. */
export function contactSheet(mediaBase: string): Reply {
  const figures = catalogue.map((seed) => {
    const url = 'design' in seed.picture ? thumbnailFile(seed, sampleNetworkId, mediaBase)?.url : undefined;
    const picture = typeof url === 'string' ? url.split('/').map(encodePart).join('/') : null;
    if (!picture) return '';
    return `<figure><img src="${escapeHtml(picture)}" alt=""><figcaption>${seed.id} ${escapeHtml(seed.brand)}</figcaption></figure>`;
  });
  return page('Pictures', `<main class="wide"><div class="sheet">${figures.join('\n')}</div></main>`);
}

/** Leaves the colons of scheme and port alone. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll('%3A', ':');
}

function page(title: string, body: string): Reply {
  return { status: 200, type: 'text/html; charset=utf-8', body: htmlPage(title, body), headers: pageHeaders };
}
