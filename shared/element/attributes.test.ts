import { describe, expect, it, vi } from 'vitest';
import { flag, integer, list, oneOf, toAttribute, toAttributeName, tokens } from './attributes.js';

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
    expect(integer(1, 100, 20)(raw, silent)).toBe(expected);
  });

  it('tells the author what a wrong number should have been', () => {
    const complain = vi.fn();
    integer(1, 100, 20)('many', complain);
    expect(complain).toHaveBeenCalledExactlyOnceWith('1 to 100');
  });

  it('takes the first word as the default and says which words there are', () => {
    const complain = vi.fn();
    expect(oneOf('grid', 'list')(null, complain)).toBe('grid');
    expect(oneOf('grid', 'list')(' LIST ', complain)).toBe('list');
    expect(complain).not.toHaveBeenCalled();
    expect(oneOf('grid', 'list')('tiles', complain)).toBe('grid');
    expect(complain).toHaveBeenCalledExactlyOnceWith('grid list');
  });

  it("keeps the author's order of words, each once, and drops unknown ones aloud", () => {
    const complain = vi.fn();
    const parser = tokens(['photo', 'title', 'email']);
    expect(parser(null, complain)).toEqual(['photo', 'title', 'email']);
    expect(parser('email, photo email', complain)).toEqual(['email', 'photo']);
    expect(complain).not.toHaveBeenCalled();
    expect(parser('email fax', complain)).toEqual(['email']);
    expect(complain).toHaveBeenCalledOnce();
  });

  it('reads booleans as HTML does, but for the text "false"', () => {
    expect([null, '', 'search', 'false'].map((raw) => flag(raw, silent))).toEqual([false, true, true, false]);
  });

  it('reads lists with commas and blanks', () => {
    expect(list(' 12, 14  15,,12 ', silent)).toEqual(['12', '14', '15']);
    expect(list(null, silent)).toEqual([]);
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
    expect(toAttribute(value)).toBe(expected);
  });

  it('names attributes after properties', () => {
    expect(['endpoint', 'pageSize', 'affSub2'].map(toAttributeName)).toEqual(['endpoint', 'page-size', 'aff-sub2']);
  });
});
