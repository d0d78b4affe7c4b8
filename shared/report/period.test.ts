import { describe, expect, it } from 'vitest';
import { createRangeFormat, type Period, toRange } from './period.js';

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
    expect(toRange({ period, ...none }, today, 400)).toEqual({ from, to });
  });

  it.each([
    ['both', '2026-01-10', '2026-01-12', '2026-01-10', '2026-01-12'],
    ['the first alone', '2026-03-01', null, '2026-03-01', today],
    ['the last alone', null, '2026-01-30', '2026-01-01', '2026-01-30'],
    ['the wrong order', '2026-01-12', '2026-01-10', '2026-01-10', '2026-01-12'],
    ['more than 400 days', '2020-01-01', '2026-01-01', '2024-11-28', '2026-01-01'],
  ])('are fixed by %s', (_, from, to, first, last) => {
    expect(toRange({ period: '7d', from, to }, today, 400)).toEqual({ from: first, to: last });
  });

  it('are the last ones of a period that has more than may be asked for', () => {
    const range = toRange({ period: 'year', ...none }, '2026-12-31', 93);
    expect(range).toEqual({ from: '2026-09-30', to: '2026-12-31' });
  });
});

it('days are written as a language writes them', () => {
  const range = { from: '2026-06-01', to: '2026-06-30' };
  expect(createRangeFormat('en-GB')(range)).toMatch(/^1\s?\u2013\s?30 Jun 2026$/);
});
