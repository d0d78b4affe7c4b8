import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { beforeAll, expect, it } from 'vitest';
import { toListener } from '../proxy/adapters/node.js';
import { createProxy } from '../proxy/core/create-proxy.js';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { openTab, type Tab } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage, shippedProxy } from './site.js';

/** What `dist/custom-elements.json` says must be what the built elements do: neither less nor more. */

const manifestFile = new URL('../dist/custom-elements.json', import.meta.url);
const withoutDoubles = (names: readonly string[]) => [...new Set(names)].sort();
const named = (entries: readonly { name: string }[]) => entries.map(({ name }) => name).sort();

/** Every state and every control at once, so that every part exists. */
const body = `
  <p><hasoffers-offer offer="1004" layout="button"></hasoffers-offer></p>
  <hasoffers-offer-list layout="carousel" ids="1004,1010"></hasoffers-offer-list>
  <hasoffers-account-manager></hasoffers-account-manager>
  <hasoffers-account-manager layout="inline"></hasoffers-account-manager>
  <hasoffers-account-manager endpoint="/no-manager"></hasoffers-account-manager>
  <hasoffers-account-manager endpoint="/broken"></hasoffers-account-manager>
  <hasoffers-account-manager endpoint="/waiting" class="waits"></hasoffers-account-manager>
  <hasoffers-account-manager consent="required" class="waits"></hasoffers-account-manager>
  <hasoffers-account-manager endpoint="/stale" class="stales"></hasoffers-account-manager>
  <hasoffers-offer-list search sortable filters="category country payout-type" fields="thumbnail description payout
    category country expiry preview status"></hasoffers-offer-list>
  <hasoffers-offer-list layout="table" pagination="more" page-size="3"></hasoffers-offer-list>
  <hasoffers-offer-list layout="list" pagination="none"></hasoffers-offer-list>
  <hasoffers-offer-list endpoint="/no-offers"></hasoffers-offer-list>
  <hasoffers-offer-list endpoint="/broken"></hasoffers-offer-list>
  <hasoffers-offer-list endpoint="/waiting" class="waits"></hasoffers-offer-list>
  <hasoffers-offer-list consent="required" class="waits"></hasoffers-offer-list>
  <hasoffers-offer-list endpoint="/stale" class="stales"></hasoffers-offer-list>
  <hasoffers-offer offer="1034" endpoint="/goals" layout="detail" fields="thumbnail description payout category country
    expiry preview status"></hasoffers-offer>
  <hasoffers-offer offer="1004" layout="row"></hasoffers-offer>
  <hasoffers-offer offer="1004" endpoint="/broken"></hasoffers-offer>
  <hasoffers-offer offer="1004" endpoint="/waiting" class="waits"></hasoffers-offer>
  <hasoffers-offer offer="1004" consent="required" class="waits"></hasoffers-offer>
  <hasoffers-offer offer="1004" endpoint="/stale" class="stales"></hasoffers-offer>
`.replaceAll(/<(hasoffers-[\w-]+)(?=[ >])/g, '<$1 loading="eager"');

const harness = useHarness(({ site, network }) => {
  site.route('/hasoffers', shippedProxy(network.url));
  site.route('/no-manager', shippedProxy(network.url, '/no-manager', sampleKeys.noManager));
  site.route('/no-offers', shippedProxy(network.url, '/no-offers', sampleKeys.empty));
  const options = { networkId: sampleNetworkId, keys: [sampleKeys.active], upstream: network.url, log: () => {} };
  const allow = ['Affiliate_Offer::getPayoutDetails'];
  site.route('/goals', toListener(createProxy({ ...options, path: '/goals', allow })));
  site.route('/stale', shippedProxy(network.url, '/stale'));
  site.route('/broken', shippedProxy(`${network.url}/fault/http-502`, '/broken'));
  site.route('/waiting', () => {});
});
let tab: Tab;

beforeAll(async () => {
  const page = harness.site.page('/', plainPage(`<script>${record}</script>${body}`));
  tab = await openTab(harness.browser, page);
  await settle(tab.page);
  // In the browser, whose cache would otherwise answer.
  await tab.page.route('**/stale?*', (route) => route.fulfill({ status: 403 }));
  await tab.page.evaluate(async () => {
    for (const element of document.querySelectorAll<HTMLElement & { refresh(): Promise<void> }>('.stales')) {
      await element.refresh();
    }
    for (const element of document.querySelectorAll(
      'hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list',
    )) {
      element.addEventListener('hasoffers-contact', (event) => event.preventDefault());
      element.addEventListener('hasoffers-offer-click', (event) => event.preventDefault());
      element.shadowRoot?.querySelector<HTMLElement>('[part~=contact-link], [part~=link]')?.click();
    }
  });
  // It takes a second.
  await tab.page.waitForFunction(() => {
    const { events } = (window as unknown as { recorded: { events: Record<string, string[]> } }).recorded;
    return ['hasoffers-offer', 'hasoffers-offer-list'].every((tag) => events[tag]?.includes('hasoffers-offer-view'));
  });
});

/** Runs before the script: remembers which events and states elements ever had. */
const record = `
  const recorded = window.recorded = { events: {}, states: {} };
  const note = (list, { localName }, name) => (list[localName] ??= []).push(name);
  const { dispatchEvent, attachInternals } = HTMLElement.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (this.localName?.startsWith('hasoffers-')) note(recorded.events, this, event.type);
    return dispatchEvent.call(this, event);
  };
  HTMLElement.prototype.attachInternals = function () {
    const internals = attachInternals.call(this);
    const { states } = internals;
    const add = states.add.bind(states);
    states.add = (name) => (note(recorded.states, this, name), add(name));
    return internals;
  };
`;

const settle = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const settled = document.querySelectorAll<HTMLElement & { ready: Promise<void> }>(
      'hasoffers-account-manager:not(.waits), hasoffers-offer-list:not(.waits), hasoffers-offer:not(.waits)',
    );
    await customElements.whenDefined('hasoffers-offer-list');
    await Promise.all([...settled].map((element) => element.ready));
  });

/** The public interface of a tag, read from outside. */
const observe = (page: Page, tag: string) =>
  page.evaluate((name) => {
    const definition = customElements.get(name) as typeof HTMLElement & { observedAttributes: string[] };
    const roots = [...document.querySelectorAll(name)].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const all = (selector: string, attribute: string) => [
      ...new Set(
        roots.flatMap((root) =>
          [...root.querySelectorAll(selector)].flatMap((node) => (node.getAttribute(attribute) ?? '').split(' ')),
        ),
      ),
    ];
    const { events, states } = (window as unknown as { recorded: Record<string, Record<string, string[]>> }).recorded;
    const callbacks = /^(?:constructor|.*Callback)$/;
    return {
      attributes: [...new Set(definition.observedAttributes)].sort(),
      members: Object.getOwnPropertyNames(definition.prototype)
        .filter((member) => !callbacks.test(member))
        .sort(),
      parts: all('[part]', 'part').sort(),
      slots: all('slot[name]', 'name').sort(),
      events: [...new Set(events?.[name])].sort(),
      states: [...new Set(states?.[name])].sort(),
    };
  }, tag);

/** An offer that the account does not see is an error. */
const neverEmpty = ['hasoffers-offer'];

it.each(['hasoffers-account-manager', 'hasoffers-offer', 'hasoffers-offer-list'])(
  'the reference of <%s> is what it does',
  async (tag) => {
    const { modules } = JSON.parse(await readFile(manifestFile, 'utf8'));
    const said = modules[0].declarations.find(({ tagName }: { tagName: string }) => tagName === tag);
    const done = await observe(tab.page, tag);
    expect(done.parts.length).toBeGreaterThan(10);
    expect(done).toEqual({
      // Also by the property's name: some frameworks write it as an attribute.
      attributes: withoutDoubles(
        said.attributes.flatMap(({ name, fieldName }: Record<string, string>) => [name, fieldName?.toLowerCase()]),
      ),
      // HTML's own, which `define` only follows.
      members: named(said.members).filter((name) => name !== 'lang'),
      parts: named(said.cssParts),
      slots: named(said.slots).filter((name) => name !== 'empty' || !neverEmpty.includes(tag)),
      events: named(said.events),
      states: named(said.cssStates).filter((name) => name !== 'empty' || !neverEmpty.includes(tag)),
    });
  },
);
