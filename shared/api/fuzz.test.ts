import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getAccountManager } from './account-manager.js';
import { getAlerts } from './alerts.js';
import { findAllCountries, findAllOfferCategories } from './application.js';
import { readEnvelope } from './envelope.js';
import { ApiError } from './errors.js';
import { findFeaturedOfferIds, findOffers } from './offers.js';
import { getCategories, getTargetCountries, getThumbnails } from './relations.js';
import { fixtureBody, fixtureNames } from './test-fixtures.js';
import { generateTrackingLink } from './tracking-link.js';

const requests = [
  getAccountManager(),
  findOffers({
    limit: 2,
    sort: '-name',
    search: 'x',
    relations: ['Thumbnail', 'Country', 'OfferCategory', 'TrackingLink'],
  }),
  findOffers({ limit: 20, page: 2, source: 'approved', sort: 'payout' }),
  findOffers({ limit: 20, ids: ['12', '15'] }),
  findFeaturedOfferIds(),
  getThumbnails(['12']),
  getCategories(['12']),
  getTargetCountries(['12']),
  generateTrackingLink('12'),
  getAlerts(),
  findAllCountries(),
  findAllOfferCategories(),
];

const allow = (run: () => unknown): void => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ApiError);
  }
};

const decodeAll = (data: unknown): void => {
  for (const request of requests) allow(() => request.decode(data));
};

/** Values that PHP, databases and attackers put where something else belongs. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    '0',
    0,
    -1,
    [],
    {},
    '0000-00-00',
    '<p>',
    '\ud800',
    1e308,
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The same value with some members replaced by odd ones. */
function mutate(value: unknown, next: () => number, replacement: () => unknown): unknown {
  if (next() < 0.07) return replacement();
  if (Array.isArray(value)) return value.map((item) => mutate(item, next, replacement));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mutate(item, next, replacement)]));
}

test('no JSON makes a decoder throw anything but an ApiError', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => decodeAll(data)),
    { numRuns: 500 },
  );
});

test.each(fixtureNames)('no damage to %s makes a decoder throw anything but an ApiError', (name) => {
  const { data } = JSON.parse(fixtureBody(name)).response;
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.infiniteStream(odd),
      (chances, values) => {
        decodeAll(
          mutate(
            data,
            () => chances.next().value,
            () => values.next().value,
          ),
        );
      },
    ),
  );
});

test('no body makes the envelope throw anything but an ApiError', () => {
  const response = fc.record(
    { status: odd, httpStatus: odd, data: odd, errors: odd, errorMessage: odd },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    response.map((member) => JSON.stringify({ response: member })),
  );
  fc.assert(
    fc.property(body, fc.integer({ min: 200, max: 599 }), fc.option(fc.string()), (text, status, retryAfter) =>
      allow(() => readEnvelope(text, status, retryAfter)),
    ),
    { numRuns: 1000 },
  );
});

test.each(fixtureNames)('%s cut at any place is an ApiError', (name) => {
  const body = fixtureBody(name).trim();
  for (let end = 0; end < body.length; end += 7) expect(() => readEnvelope(body.slice(0, end), 200)).toThrow(ApiError);
});

test('deeply nested JSON does no harm', () => {
  const deep = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000));
  decodeAll(deep);
  decodeAll({ 12: { Offer: deep, Thumbnail: deep, Country: { GB: deep }, OfferCategory: deep } });
});
