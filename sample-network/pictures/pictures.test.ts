import { describe, expect, test } from 'vitest';
import { catalogue } from '../data/catalogue.js';
import { alphabet } from './alphabet.js';
import { drawPicture } from './draw-picture.js';
import type { Picture } from './picture.js';
import { drawPortrait } from './portrait.js';

const drawn = catalogue.flatMap((offer) =>
  'design' in offer.picture ? [{ brand: offer.brand, picture: offer.picture }] : [],
);

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
  test('the reader of this test sees what is broken', () => {
    expect(isWellFormed('<svg><g a="1"/></svg>')).toBe(true);
    expect(isWellFormed('<svg><g></svg>')).toBe(false);
    expect(isWellFormed('<svg a=1/>')).toBe(false);
    expect(isWellFormed('<svg>a & b</svg>')).toBe(false);
  });

  test.each(drawn)('$brand is well-formed and free of script, links and bad numbers', ({ brand, picture }) => {
    const svg = drawPicture(picture, brand, picture.width);
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/script|href|onload|NaN|undefined|Infinity/);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox=/);
  });

  test('the portrait is well-formed', () => {
    expect(isWellFormed(drawPortrait())).toBe(true);
  });

  test('no two brands look the same', () => {
    const looks = drawn.map(({ brand, picture }) =>
      drawPicture(picture, brand, picture.width).replace(/<title>.*?<\/title>/, ''),
    );
    expect(new Set(looks).size).toBe(looks.length);
  });

  test('all the formats of real networks occur', () => {
    const formats = new Set(drawn.map(({ picture }: { picture: Picture }) => `${picture.width}x${picture.height}`));
    expect([...formats].sort()).toEqual(['150x72', '200x200', '300x120', '300x250']);
  });

  test('the alphabet has every letter that a brand is written with', () => {
    const strokes = drawn.filter(({ picture }) => picture.design.lettering !== 'serif');
    for (const { brand } of strokes) {
      for (const letter of brand.toLowerCase() + brand.toUpperCase()) expect(alphabet).toHaveProperty([letter]);
    }
  });
});
