import { describe, expect, test } from 'vitest';
import { catalogue } from './data/catalogue.js';
import { drawBanner, pictures, resizePicture } from './pictures.js';

/** Enough of an XML reader to see that every element is closed and every attribute quoted. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  let rest = svg;
  while (rest !== '') {
    const text = /^[^<&>]+|^&(?:amp|lt|gt|quot|#\d+);/.exec(rest)?.[0];
    const tag = /^<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    if (tag) {
      const [, closing, name = '', , empty] = tag;
      if (closing ? open.pop() !== name : false) return false;
      if (!closing && !empty) open.push(name);
    }
    const length = tag?.[0].length ?? text?.length ?? 0;
    if (length === 0) return false;
    rest = rest.slice(length);
  }
  return open.length === 0;
}

describe('pictures', () => {
  test.each([
    ['<svg><g a="1"/></svg>', true],
    ['<svg><g></svg>', false],
    ['<svg a=1/>', false],
    ['<svg>a & b</svg>', false],
  ])('the reader of this test takes %s for well-formed: %s', (svg, expected) => {
    expect(isWellFormed(svg)).toBe(expected);
  });

  test.each([...pictures])('%s is well-formed and free of script, links and bad numbers', (_, { svg }) => {
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/script|href|style|\bon\w+=|NaN|undefined|Infinity/);
  });

  test('are all used, and occur in all the formats of real networks', () => {
    const used = new Set(catalogue.flatMap(({ picture }) => ('file' in picture ? [picture.file] : [])));
    expect([...used, 'portrait'].sort()).toEqual([...pictures.keys()].sort());
    const formats = new Set([...used].map((file) => `${pictures.get(file)?.width}x${pictures.get(file)?.height}`));
    expect([...formats].sort()).toEqual(['150x72', '200x200', '300x120', '300x250']);
  });

  test.each([
    [300, 250],
    [728, 90],
    [88, 31],
  ])('fill a banner of %d by %d that is well-formed with any brand', (width, height) => {
    const banner = drawBanner(pictures.get('books'), 'Fern & <Clay>', width, height);
    expect(isWellFormed(banner)).toBe(true);
    expect(banner).toMatch(new RegExp(`^<svg [^>]*width="${width}" height="${height}"`));
  });

  test('keep their proportions when they are made smaller', () => {
    const picture = { svg: '<svg width="300" height="250" viewBox="0 0 300 250"/>', width: 300, height: 250 };
    expect(resizePicture(picture, 100)).toBe('<svg width="100" height="83" viewBox="0 0 300 250"/>');
  });
});
