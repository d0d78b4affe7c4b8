import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toListener } from '../proxy/adapters/node.js';
import { createProxy } from '../proxy/core/create-proxy.js';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { allReady, openTab } from './browser.js';
import { hasEngines } from './engines.js';
import { useHarness } from './harness.js';
import { differingPoints } from './pictures.js';
import { script } from './site.js';

let folder: string;
let asked: string[] = [];

const harness = useHarness(({ site, network }) => {
  asked = [];
  const account = { networkId: sampleNetworkId, keys: [sampleKeys.active], upstream: network.url, clientLimit: 0 };
  // Pages without an origin of their own, such as files, are let in by `*` alone.
  const proxy = toListener(createProxy({ ...account, path: '/hasoffers', allowedOrigins: '*', log: () => {} }));
  site.route('/hasoffers', (request, response) => {
    asked.push(request.url ?? '');
    proxy(request, response);
  });
});
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hasoffers-page-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each in a box of its own, so that margins and line boxes of the page do not move them. */
const place = (top: number) =>
  `lang="en" loading="eager" style="position: absolute; top: ${top}px; left: 0; width: 900px; background: white; --hasoffers-font: sans-serif"`;
const widgets = `<hasoffers-account-manager ${place(0)}></hasoffers-account-manager>
<hasoffers-offer-list ${place(200)} page-size="3" search="" sortable=""></hasoffers-offer-list>
<hasoffers-offer-list ${place(1300)} page-size="2" layout="table"></hasoffers-offer-list>`;
const tag = '<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers" defer=""></script>';
const document = (doctype: string, head = '<meta charset="utf-8">') =>
  `${doctype}<html lang="en"><head>${head}<title>A page</title>${tag}</head><body>${widgets}</body></html>`;

async function look(frame: Frame) {
  await frame.waitForFunction(() => 'HasOffersWidgets' in window);
  await frame.evaluate(async () => {
    const elements = [
      ...window.document.querySelectorAll('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list'),
    ];
    await Promise.all(elements.map((element) => (element as HTMLElement & { ready: Promise<void> }).ready));
  });
  await frame.waitForFunction(() =>
    [...window.document.querySelectorAll('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list')].every(
      (element) => [...(element.shadowRoot?.querySelectorAll('img') ?? [])].every((image) => image.complete),
    ),
  );
  const roots = frame.locator('.root');
  const texts = await roots.allInnerTexts();
  const pictures: Buffer[] = [];
  for (const root of await roots.all()) pictures.push(await root.screenshot({ animations: 'disabled' }));
  return { texts, pictures };
}

async function see(url: string, within?: string) {
  // High enough for all of it: in a frame of another origin, lazy pictures out of sight may never load.
  const tab = await openTab(harness.browser, url, { viewport: { width: 1280, height: 2200 } });
  const frame = within ? await (await tab.page.waitForSelector(within)).contentFrame() : tab.page.mainFrame();
  if (!frame) throw new Error('no frame');
  const seen = { ...(await look(frame)), consoleErrors: tab.consoleErrors, asked: asked.toSorted() };
  await tab.close();
  return seen;
}

/** A page in bytes, with the `Content-Type` that its server sends. */
function serve(path: string, type: string, body: Buffer | string): string {
  harness.site.route(path, (_, response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  return harness.site.url + path;
}

const fileSource = async (): Promise<string> => {
  writeFileSync(join(folder, 'hasoffers-widgets.js'), await readFile(script));
  const html = document('<!doctype html>')
    .replace('src="/', 'src="')
    .replace('data-endpoint="/', `data-endpoint="${harness.site.url}/`);
  writeFileSync(join(folder, 'index.html'), html);
  return pathToFileURL(join(folder, 'index.html')).href;
};

const iframe = (attributes: string) =>
  serve(
    '/outer',
    'text/html',
    `<!doctype html><title>Outer</title><body style="margin: 0"><iframe width="1000" height="2000" style="border: 0" ${attributes}></iframe>`,
  );
const html5 = () => document('<!doctype html>');
const inner = () => serve('/inner', 'text/html; charset=utf-8', html5());

/** Kinds of documents, by origin and type. */
const documents: Readonly<Record<string, () => string | Promise<string>>> = {
  'without a doctype': () => serve('/page', 'text/html; charset=utf-8', document('')),
  'of HTML 4': () =>
    serve(
      '/page',
      'text/html; charset=utf-8',
      document(
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">',
      ),
    ),
  'in windows-1252': () => serve('/page', 'text/html; charset=windows-1252', document('<!doctype html>', '')),
  'in Shift_JIS': () => serve('/page', 'text/html; charset=shift_jis', document('<!doctype html>', '')),
  'in UTF-16': async () => {
    // The one encoding that is not a superset of ASCII: the server has to send the script's charset.
    serve('/utf-8.js', 'text/javascript; charset=utf-8', await readFile(script));
    const html = html5().replace('/hasoffers-widgets.js', '/utf-8.js');
    return serve('/page', 'text/html', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(html, 'utf16le')]));
  },
  'of XHTML': () =>
    serve(
      '/page.xhtml',
      'application/xhtml+xml',
      document('').replace('<html', '<html xmlns="http://www.w3.org/1999/xhtml"').replace('<meta charset="utf-8">', ''),
    ),
  'from a file': fileSource,
  'in a frame': () => {
    inner();
    return iframe('src="/inner"');
  },
  'in a sandbox that allows scripts alone': () => {
    inner();
    return iframe('sandbox="allow-scripts" src="/inner"');
  },
  'written into the attribute of a frame': () => iframe(`srcdoc='${html5()}'`),
};

describe.skipIf(!hasEngines)('a page', () => {
  let plain: Awaited<ReturnType<typeof see>>;

  beforeAll(async () => {
    plain = await see(serve('/page', 'text/html; charset=utf-8', html5()));
    expect(plain.texts.join()).toContain('Mara Okafor');
    expect(plain.asked).toHaveLength(3);
  });

  it.each(Object.entries(documents))('%s shows the same, by the same calls', async (name, make) => {
    const seen = await see(await make(), /frame|sandbox/.test(name) ? 'iframe' : undefined);
    expect(seen.consoleErrors).toEqual([]);
    expect(seen.asked).toEqual(plain.asked);
    expect(seen.texts).toEqual(plain.texts);
    // In quirks mode browsers do not let tables inherit the font, and ours is rendered like other tables there.
    const compared = /doctype|HTML 4/.test(name) ? seen.pictures.slice(0, 2) : seen.pictures;
    const differences = compared.map((picture, at) => differingPoints(picture, plain.pictures[at] as Buffer));
    expect(await Promise.all(differences)).toEqual(compared.map(() => 0));
  });
});

describe('the script in two versions', () => {
  it('leaves everything to the first, and warns with both', async () => {
    const code = await readFile(script, 'utf8');
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    serve('/newer.js', 'text/javascript', code.replaceAll(version, '99.1.2'));
    const url = serve(
      '/page',
      'text/html; charset=utf-8',
      html5().replace('</head>', '<script src="/newer.js" defer></script></head>'),
    );
    const tab = await openTab(harness.browser, url);
    await allReady(tab.page);
    expect(await tab.page.evaluate(() => window.HasOffersWidgets?.version)).toBe(version);
    expect(await tab.page.locator('[part~=name]').first().innerText()).toBe('Mara Okafor');
    expect(tab.consoleErrors).toEqual([expect.stringMatching(`99\\.1\\.2.*${version}`)]);
    await tab.close();
  });
});
