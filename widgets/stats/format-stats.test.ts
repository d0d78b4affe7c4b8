import { expect, it } from 'vitest';
import { createStatFormats } from './format-stats.js';
import type { StatValues } from './stats.types.js';

const formats = createStatFormats('en-US', null);
const none = { impressions: 0, clicks: 0, conversions: 0, payout: [], epc: null, conversionRate: null, ctr: null };

it.each([
  [1.64, '$1.64'],
  [0.2, '$0.20'],
  [0.031, '$0.03'],
  [0.0012, '$0.001'],
  [-0.0012, '\u2212$0.001'],
  [0, '$0.00'],
])('a payout per click of %d is %s: less than a cent is not nothing', (value, text) => {
  const values: StatValues = { ...none, epc: { value, currency: 'USD' } };
  expect(formats.figure(values, 'epc')).toEqual([text]);
});

it.each([
  ['epc', [0, 0.02, 0.04], ['$0', '$0.02', '$0.04']],
  ['payout', [-50, 0, 1500], ['\u2212$50', '$0', '$1.5K']],
  ['clicks', [0, 150, 30000], ['0', '150', '30K']],
  ['ctr', [0, 0.001], ['0%', '0.001%']],
] as const)('the axis of %s tells its lines apart', (metric, values, texts) => {
  expect(values.map((value) => formats.axis(value, metric, 'USD'))).toEqual(texts);
});

it('a day has its year where the chart has more than one of them', () => {
  const day = '2026-11-29';
  const year = { from: '2026-01-01', to: day };
  expect(formats.shortDay(day, { range: year, previousRange: null })).toBe('Nov 29');
  const previousRange = { from: '2025-02-02', to: '2025-12-31' };
  expect(formats.shortDay(day, { range: year, previousRange })).toBe('Nov 29, 2026');
});
