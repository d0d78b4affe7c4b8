import { describe, expect, it } from 'vitest';
import { daysOf, networkToday, previousOf } from './day-range.js';

const today = '2026-03-15';

it('has every day of a range', () => {
  expect(daysOf({ from: '2026-02-27', to: '2026-03-01' })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});

it('has as many days before', () => {
  expect(previousOf({ from: '2026-03-01', to: '2026-03-15' })).toEqual({ from: '2026-02-14', to: '2026-02-28' });
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
