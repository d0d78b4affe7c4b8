import { faultNames } from '../faults.js';
import { disabledNetworkId, sampleKeyNames, sampleKeyPurposes, sampleKeys, sampleNetworkId } from '../keys.js';
import { escapeHtml, htmlPage, pageHeaders } from './html.js';
import type { Reply } from './reply.js';

/** What a person sees who opens the sample network in a browser. */
export function frontPage(url: string): Reply {
  const keys = sampleKeyNames.map(
    (name) => `<tr><td>${sampleKeys[name]}</td><td><b>${name}</b><br>${escapeHtml(sampleKeyPurposes[name])}</td></tr>`,
  );
  return page(
    'Sample network',
    `<main>
<h1>Sample network</h1>
<p>A simulated HasOffers Affiliate API that comes with hasoffers-widgets. Brands, offers, people and keys are invented.</p>
<p>Base URL <code>${escapeHtml(url)}</code>, network id <code>${sampleNetworkId}</code> (<code>${disabledNetworkId}</code> has the Affiliate API switched off).</p>
<p><code>${escapeHtml(url)}/Apiv3/json?Target=Affiliate_Offer&amp;Method=findAll&amp;limit=5&amp;api_key=…</code></p>
<h2>Keys</h2>
<table>${keys.join('\n')}</table>
<h2>Faults</h2>
<p>Put <code>/fault/NAME</code> in front of the path (<code>/fault/delay-1500/Apiv3/json</code>), or switch one on for everybody: <code>POST /_control/fault?name=NAME</code>.</p>
<p>${faultNames.map((name) => `<code>${name}</code>`).join(', ')}</p>
</main>`,
  );
}

function page(title: string, body: string): Reply {
  return { status: 200, type: 'text/html; charset=utf-8', body: htmlPage(title, body), headers: pageHeaders };
}
