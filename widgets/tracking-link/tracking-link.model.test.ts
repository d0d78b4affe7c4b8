import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiClient, ApiRequest } from '../../shared/api/request.js';
import { trackingLink } from './tracking-link.js';
import { createTrackingLinkModel } from './tracking-link.model.js';
import type { TrackingLinkAttributes } from './tracking-link.types.js';

type Context = Parameters<typeof createTrackingLinkModel>[0];
type Lock = ReturnType<Context['lock']>;
type Request = ApiRequest<unknown>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets promises and timers that are due come to their end. */
const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

const row = (id: number, offer: Readonly<Record<string, unknown>> = {}) => ({
  Offer: { id: String(id), name: `Offer ${id}`, allow_website_links: '1', approval_status: 'approved', ...offer },
});

const linkTo = ({ params }: Request) => ({ click_url: `https://go.example/aff_c?offer_id=${params.offer_id}` });

/** A model on a network with these offers. */
async function load(
  given: Partial<TrackingLinkAttributes>,
  offers: readonly ReturnType<typeof row>[] = [row(1), row(2)],
  answer: (request: Request) => unknown = linkTo,
  lock: Lock = {},
) {
  const requests: Request[] = [];
  const client: ApiClient = {
    async send(request) {
      requests.push(request);
      const { method } = request;
      if (method === 'findById') return request.decode(offers[0]);
      if (method === 'findAllFeaturedOfferIds') return request.decode(['2', '1']);
      if (method === 'findMyApprovedOffers' || (method === 'findAll' && request.target === 'Affiliate_Offer'))
        return request.decode(Object.fromEntries(offers.map((offer) => [offer.Offer.id, offer])));
      return request.decode(await answer(request));
    },
  };
  const parsed = Object.entries(trackingLink.attributes).map(([name, { parse }]) => [name, parse(null, () => {})]);
  const attributes = signal({ ...Object.fromEntries(parsed), ...given });
  const context = { attributes, language: signal('en'), client: () => client, lock: () => lock };
  const model = createTrackingLinkModel(context as unknown as Context);
  model.start();
  await settle();
  const created = () => requests.filter(({ method }) => method === 'generateTrackingLink').map(({ params }) => params);
  return { model, requests, created, attributes };
}

describe('the choice', () => {
  it('is one call, by name, and the visitor has to choose', async () => {
    const { model, requests } = await load({}, [row(1, { name: 'Zoo' }), row(2, { name: 'ant' })]);
    expect(requests.map(({ method }) => method)).toEqual(['findMyApprovedOffers']);
    expect(model.offers.value.map(({ name }) => name)).toEqual(['ant', 'Zoo']);
    expect(await model.submit()).toBeNull();
    model.chooseOffer('1');
    expect(model.offer.value?.name).toBe('Zoo');
  });

  it('keeps the order of featured offers and of ids', async () => {
    expect((await load({ source: 'featured' })).model.offers.value.map(({ id }) => id)).toEqual(['2', '1']);
    expect((await load({ offers: ['2', '1'] })).model.offers.value.map(({ id }) => id)).toEqual(['2', '1']);
  });

  it("has nothing but the offers of the token's lock", async () => {
    const { model } = await load({}, undefined, undefined, { offer_ids: ['2'] });
    expect(model.offers.value.map(({ id }) => id)).toEqual(['2']);
    expect(model.offer.value?.id).toBe('2');
  });

  it('is empty without offers, and an error where the one offer is no id', async () => {
    expect((await load({}, [])).model.state.value.status).toBe('empty');
    expect((await load({ offer: 'x' })).model.state.value).toMatchObject({ error: { code: 'validation' } });
  });
});

describe('a link', () => {
  it('has the values of attributes and fields, and is the URL as it came', async () => {
    const { model, created } = await load({ offer: '1', affSub: 'blog', affSub2: 'fixed' });
    model.setParam('aff_sub', 'mail');
    const link = await model.submit();
    expect(created()).toEqual([{ offer_id: '1', params: { aff_sub: 'mail', aff_sub2: 'fixed' } }]);
    expect(link).toMatchObject({ offer: { id: '1' }, url: 'https://go.example/aff_c?offer_id=1' });
    expect(model.link.value).toBe(link);
  });

  it('is requested once for equal values, whenever they come back', async () => {
    const { model, created } = await load({ offer: '1' });
    await Promise.all([model.submit(), model.submit()]);
    const first = model.link.value;
    model.setParam('aff_sub', 'x');
    expect(model.link.value).toBeNull();
    await model.submit();
    model.setParam('aff_sub', '');
    expect(model.link.value).toBe(first);
    await model.submit();
    expect(created()).toHaveLength(2);
  });

  it('is created after a pause with auto, once', async () => {
    const { model, created } = await load({ offer: '1', auto: true });
    for (const value of ['a', 'ab', 'abc']) {
      model.setParam('aff_sub', value);
      await settle(599);
    }
    expect(created()).toHaveLength(0);
    await settle(1);
    expect(created()).toEqual([{ offer_id: '1', params: { aff_sub: 'abc' } }]);
  });

  it("has the sub-id of the token's lock, whatever was given", async () => {
    const { model, created } = await load({ offer: '1', affSub: 'other' }, undefined, undefined, { aff_sub: 'me' });
    model.setParam('aff_sub', 'another');
    await model.createLink({ aff_sub: 'third' });
    expect(created()).toEqual([{ offer_id: '1', params: { aff_sub: 'me' } }]);
  });

  it('can be created by a script, whose values the fields show', async () => {
    const { model } = await load({ offer: '1' });
    expect(await model.createLink({ aff_sub: 'x', url: 'https://shop.example/' })).toMatchObject({
      params: { aff_sub: 'x', url: 'https://shop.example/' },
    });
    expect(model.params.value.aff_sub).toBe('x');
  });

  it('leads to a landing page of its own offer only', async () => {
    const pages = { 7: { OfferUrl: { id: '7', name: 'New' } }, 0: { OfferUrl: { id: '0', name: 'Default URL' } } };
    const { model } = await load({ inputs: ['landing-page'] }, undefined, (request) =>
      request.method === 'findAll' ? pages : linkTo(request),
    );
    model.chooseOffer('1');
    await settle();
    expect(model.landingPages.value).toEqual([{ id: '7', name: 'New' }]);
    model.setParam('url_id', '7');
    expect(await model.submit()).toMatchObject({ params: { url_id: '7' } });
    model.chooseOffer('2');
    expect(model.params.value).toEqual({});
  });
});

describe('no link', () => {
  it.each([
    ['a b', 'subCharacters'],
    ['é', 'subCharacters'],
    ['x'.repeat(65), 'subTooLong'],
  ])('is requested for the sub-id %j', async (value, problem) => {
    const { model, created } = await load({ offer: '1' });
    model.setParam('aff_sub', value);
    expect(model.problems.value).toEqual({});
    expect(await model.submit()).toBeNull();
    expect(model.problems.value).toEqual({ aff_sub: problem });
    expect(created()).toEqual([]);
    model.setParam('aff_sub', 'x'.repeat(64));
    expect(await model.submit()).not.toBeNull();
  });

  it('is requested for a value that no field shows: the integrator reads why', async () => {
    const { model, created } = await load({ offer: '1', affSub2: 'a b' });
    await model.submit();
    expect(model.result.value).toMatchObject({ status: 'error', error: { code: 'validation' } });
    expect(created()).toEqual([]);
  });

  it('is requested for a deep link that is no URL, or that the offer does not allow', async () => {
    const open = await load({ offer: '1', inputs: ['deep-link'] });
    open.model.setParam('url', 'shop.example');
    await open.model.submit();
    expect(open.model.problems.value).toEqual({ url: 'urlNotValid' });
    const closed = await load({ offer: '1' }, [row(1, { allow_website_links: '0' })]);
    expect(await closed.model.createLink({ url: 'https://shop.example/' })).toBeNull();
    expect(closed.created()).toEqual([]);
  });

  it.each([
    ['an empty response', () => [], 'not-found'],
    ['a script', () => ({ click_url: 'javascript:alert(1)' }), 'invalid-response'],
    ['a refusal', () => new ApiError('permission', 'No.'), 'permission'],
  ])('comes of %s', async (_, answer, code) => {
    const { model } = await load({ offer: '1' }, undefined, () => {
      const data = answer();
      if (data instanceof Error) throw data;
      return data;
    });
    expect(await model.submit()).toBeNull();
    expect(model.result.value).toMatchObject({ status: 'error', error: { code } });
  });

  it('comes of a host that the proxy refuses, which is said at the field', async () => {
    const { model } = await load({ offer: '1' }, undefined, () => {
      throw new ApiError('validation', 'No.');
    });
    await model.createLink({ url: 'https://evil.example/' });
    expect(model.problems.value).toEqual({ url: 'hostNotAllowed' });
  });

  it('is requested for an offer that may not be promoted', async () => {
    const { model, created } = await load({ offer: '1' }, [
      row(1, { approval_status: 'pending', require_approval: '1' }),
    ]);
    expect(await model.submit()).toBeNull();
    expect(created()).toEqual([]);
  });

  it('is left of a request that was stopped', async () => {
    const { model } = await load({ offer: '1' });
    const running = model.submit();
    model.stop();
    await running;
    expect(model.result.value).toBeUndefined();
  });
});
