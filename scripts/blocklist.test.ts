import { describe, expect, it } from 'vitest';
import { findBlocked, parseBlocklist, readBlocklist } from './blocklist.js';
import { type DomIdentifier, readMarkup, readScript, readStyles } from './dom-identifiers.js';

const list = readBlocklist();
const blocked = (identifiers: readonly DomIdentifier[]) => findBlocked(identifiers, list).map(({ text }) => text);
const name = (text: string): DomIdentifier => ({ kind: 'name', text, from: 'a test' });
const path = (text: string): DomIdentifier => ({ kind: 'path', text, from: 'a test' });

describe('what ad blockers look for', () => {
  it.each([
    'ad-list',
    'offer_ad',
    'ads',
    'adv-box',
    'advert',
    'sponsored',
    'sponsored-label',
    'offerSponsor',
    'affiliate-link',
    'topAffiliates',
    'promo',
    'promoted',
    'top-banner',
    'cookie-notice',
  ])('is the name %s', (text) => {
    expect(blocked([name(text)])).toEqual([text]);
  });

  it.each(['add', 'load', 'shadow', 'advance', 'badge', 'header', 'aff-sub2', 'offer-click', 'consent', 'tracking'])(
    'is not the name %s',
    (text) => {
      expect(blocked([name(text)])).toEqual([]);
    },
  );

  it.each([
    '/aff_c?offer_id=1',
    'https://x.go2cloud.org/aff_i?offer_id=1&aff_id=2',
    '/hit?aff_id=2',
    '/affiliate/widgets.js',
    '/js/affiliate-widgets.js',
    '/banners/1.png',
    '/ads/widgets.js',
    '/widgets.ads.js',
    '/promo.css',
    '/offers?ad_id=1',
    '/tracker.js',
  ])('is the URL %s', (text) => {
    expect(blocked([path(text)])).toEqual([text]);
  });

  it.each([
    '/hasoffers',
    '/hasoffers?Target=Affiliate_Offer&Method=findAll&contain[]=Thumbnail',
    '/hasoffers?Target=Affiliate_Affiliate&Method=getAccountManager',
    '/hasoffers?Target=Affiliate_Offer&Method=generateTrackingLink&params[aff_sub]=x',
    '/hasoffers-widgets.js',
    '/downloads/road.js',
  ])('is not the URL %s', (text) => {
    expect(blocked([path(text)])).toEqual([]);
  });

  it('is found in stylesheets: classes, ids, attributes, parts, states, custom properties', () => {
    const css = `.ad-box, #promo { --hasoffers-banner-color: red } [class*='sponsor'], ::part(adv-link), :state(promoted) {}`;
    expect(blocked(readStyles(css, ''))).toEqual([
      'ad-box',
      'promo',
      '--hasoffers-banner-color',
      'sponsor',
      'adv-link',
      'promoted',
    ]);
  });

  it('is found in markup: names and values of attributes, tags, URLs', () => {
    const html = `<ad-list class="good promo" id='banner' data-ad-slot="1"></ad-list><script src="/ads/x.js"></script>
      <a rel="sponsored nofollow noopener" title="No banner" href="/offers">An ad of a sponsor</a>`;
    expect(blocked(readMarkup(html, '')).sort()).toEqual(['/ads/x.js', 'ad-list', 'banner', 'data-ad-slot', 'promo']);
  });

  it('is found in scripts: strings that may become a name, and not in prose or in the `rel` of links', () => {
    const code = `
      h('div', { class: 'offer promo-box', part: \`badge \${on ? 'banner' : ''}\`, rel: 'sponsored nofollow noopener' });
      h('p', { adSlot: 1 }, 'Advertisers sponsor this, and some banner.');
      fetch('/affiliate/offers'); const css = '.ad-row{color:red}';`;
    expect(blocked(readScript(code, '')).sort()).toEqual([
      '/affiliate/offers',
      'ad-row',
      'adSlot',
      'banner',
      'promo-box',
    ]);
  });

  it('is not found in what the API calls types of creatives, as values of a query', () => {
    expect(
      blocked(readScript(`const types = { image: 'image banner', text: 'text ad', html: 'html ad' };`, '')),
    ).toEqual([]);
    expect(blocked(readScript(`const parts = { image: 'image-banner', text: 'text ad-box' };`, ''))).toHaveLength(2);
  });

  it('is listed in lines that say what they are', () => {
    expect(() => parseBlocklist('name ad # remark\n\n# remark\npath x\nallow Ad for a reason')).not.toThrow();
    expect(() => parseBlocklist('allow Ad')).toThrow('reason');
    expect(() => parseBlocklist('.ad-box')).toThrow('.ad-box');
  });
});
