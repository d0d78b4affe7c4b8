import { describe, expect, it, vi } from 'vitest';
import { flag, integer, list, oneOf, toAttributeName, toAttributeText, tokens } from './attributes.js';

const silent = () => {};

describe('attributes', () => {
  it.each([
    [null, 20],
    ['', 20],
    ['1', 1],
    ['100', 100],
    ['0', 20],
    ['101', 20],
    ['12.5', 20],
    ['many', 20],
    ['1e1', 10],
  ])('reads page-size=%j as %d', (raw, expected) => {
    expect(integer({ min: 1, max: 100, default: 20 }).parse(raw, silent)).toBe(expected);
  });

  it('logs what was expected instead of a wrong number', () => {
    const reportInvalid = vi.fn();
    integer({ min: 1, max: 100, default: 20 }).parse('many', reportInvalid);
    expect(reportInvalid).toHaveBeenCalledExactlyOnceWith('1 to 100');
  });

  it('uses the first word as the default and logs the allowed words', () => {
    const reportInvalid = vi.fn();
    expect(oneOf('grid', 'list').parse(null, reportInvalid)).toBe('grid');
    expect(oneOf('grid', 'list').parse(' LIST ', reportInvalid)).toBe('list');
    expect(reportInvalid).not.toHaveBeenCalled();
    expect(oneOf('grid', 'list').parse('tiles', reportInvalid)).toBe('grid');
    expect(reportInvalid).toHaveBeenCalledExactlyOnceWith('grid list');
  });

  it("keeps the integrator's order of words, each once, and logs unknown ones", () => {
    const reportInvalid = vi.fn();
    const { parse } = tokens(['photo', 'title', 'email']);
    expect(parse(null, reportInvalid)).toEqual(['photo', 'title', 'email']);
    expect(parse('email, photo email', reportInvalid)).toEqual(['email', 'photo']);
    expect(reportInvalid).not.toHaveBeenCalled();
    expect(parse('email fax', reportInvalid)).toEqual(['email']);
    expect(reportInvalid).toHaveBeenCalledOnce();
  });

  it('reads booleans as HTML does, but for the text "false"', () => {
    expect([null, '', 'search', 'false'].map((raw) => flag.parse(raw, silent))).toEqual([false, true, true, false]);
  });

  it('reads lists with commas and blanks', () => {
    expect(list.parse(' 12, 14  15,,12 ', silent)).toEqual(['12', '14', '15']);
    expect(list.parse(null, silent)).toEqual([]);
  });

  it.each([
    [null, null],
    [undefined, null],
    [false, null],
    [true, ''],
    [12, '12'],
    [['a', 'b'], 'a,b'],
    ['x', 'x'],
  ])('writes the property %j as the attribute %j', (value, expected) => {
    expect(toAttributeText(value)).toBe(expected);
  });

  it.each([
    ['an object without a prototype', Object.create(null)],
    ['a list that holds a symbol', [Symbol('grid')]],
    [
      'an object whose text throws',
      {
        toString() {
          throw new Error('of the page');
        },
      },
    ],
  ])('writes %s as a word that no attribute accepts, and throws nothing', (_, value) => {
    const reportInvalid = vi.fn();
    expect(oneOf('grid', 'list').parse(toAttributeText(value), reportInvalid)).toBe('grid');
    expect(reportInvalid).toHaveBeenCalledOnce();
  });

  it('names attributes after properties', () => {
    expect(['endpoint', 'pageSize', 'affSub2'].map(toAttributeName)).toEqual(['endpoint', 'page-size', 'aff-sub2']);
  });
});
