import { describe, expect, it } from 'vitest';
import { addDays, countDays, dayIn, isDay, isTimeZone } from './calendar.js';

describe('calendar days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-11-29', -400, '2025-10-25'],
    ['2026-11-29', 0, '2026-11-29'],
  ])('%s and %d days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it.each([
    ['2026-11-29', '2026-11-29', 1],
    ['2026-11-01', '2026-11-30', 30],
    ['2026-03-01', '2026-03-31', 31],
    ['2027-12-31', '2028-12-31', 367],
  ])('from %s to %s there are %d', (first, last, expected) => {
    expect(countDays(first, last)).toBe(expected);
  });

  it.each([
    ['2026-11-29', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['29.11.2026', false],
    ['2026-11-29T10:00', false],
    ['', false],
  ])('"%s" is one: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it.each([
    ['Pacific/Kiritimati', '2026-06-02'],
    ['America/New_York', '2026-06-01'],
    ['Pacific/Pago_Pago', '2026-05-31'],
  ])('in %s it is %s', (zone, expected) => {
    expect(dayIn(zone, Date.parse('2026-06-01T10:30:00Z'))).toBe(expected);
  });

  it('take the zone of the visitor for one that the browser does not know', () => {
    const time = Date.parse('2026-06-01T10:30:00Z');
    expect(dayIn('Mars/Olympus', time)).toBe(dayIn(null, time));
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});
