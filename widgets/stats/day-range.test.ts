import { describe, expect, it } from 'vitest';
import { daysOf, networkToday, previousOf, toRange } from './day-range.js';
import type { Period } from './stats.types.js';

const today = '2026-03-15';
const none = { from: null, to: null };

describe('the days of a period', () => {
  it.each<[Period, string, string]>([
    ['7d', '2026-03-09', today],
    ['14d', '2026-03-02', today],
    ['30d', '2026-02-14', today],
    ['90d', '2025-12-16', today],
    ['month', '2026-03-01', today],
    ['last-month', '2026-02-01', '2026-02-28'],
    ['year', '2026-01-01', today],
  ])('%s', (period, from, to) => {
    expect(toRange({ period, ...none }, today)).toEqual({ from, to });
  });

  it.each([
    ['both', '2026-01-10', '2026-01-12', '2026-01-10', '2026-01-12'],
    ['the first alone', '2026-03-01', null, '2026-03-01', today],
    ['the last alone', null, '2026-01-30', '2026-01-01', '2026-01-30'],
    ['the wrong order', '2026-01-12', '2026-01-10', '2026-01-10', '2026-01-12'],
    ['more than 400 days', '2020-01-01', '2026-01-01', '2024-11-28', '2026-01-01'],
  ])('are fixed by %s', (_, from, to, first, last) => {
    expect(toRange({ period: '7d', from, to }, today)).toEqual({ from: first, to: last });
  });

  it('have as many days before', () => {
    expect(previousOf({ from: '2026-03-01', to: '2026-03-15' })).toEqual({ from: '2026-02-14', to: '2026-02-28' });
  });

  it('are never more than 400', () => {
    expect(daysOf(toRange({ period: '7d', from: '1999-01-01', to: null }, today))).toHaveLength(400);
  });
});

describe("the network's day", () => {
  it.each([
    ['has figures of tomorrow', ['2026-03-14', '2026-03-16'], '2026-03-16'],
    ['has none of today', ['2026-03-13', '2026-03-14'], '2026-03-14'],
    ['has some of today', ['2026-03-14', '2026-03-15'], today],
    ['has been quiet for days', ['2026-03-10'], today],
    ['has nothing', [], today],
  ])('where the report %s', (_, days, expected) => {
    expect(networkToday(today, days)).toBe(expected);
  });
});
