import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/errors.js';
import { parseEndpoint } from './endpoint.js';

const page = 'https://shop.example/blog/post';

describe('an endpoint', () => {
  it.each([
    ['/hasoffers', 'https://shop.example/hasoffers'],
    ['proxy.php', 'https://shop.example/blog/proxy.php'],
    ['https://proxy.example/ho?site=7', 'https://proxy.example/ho?site=7'],
    ['//proxy.example/ho', 'https://proxy.example/ho'],
    ['http://127.0.0.1:8787/#part', 'http://127.0.0.1:8787/'],
    ['https://not-hasoffers.com.example/', 'https://not-hasoffers.com.example/'],
  ])('%s is taken as %s', (given, expected) => {
    expect(parseEndpoint(given, page)).toBe(expected);
  });

  it.each([
    [null],
    ['  '],
    ['ftp://proxy.example/'],
    ['javascript:alert(1)'],
    ['data:application/json,{}'],
    ['https://'],
    ['/hasoffers?api_key=SECRET'],
    ['/hasoffers?x=1&API_KEY=SECRET'],
    ['/hasoffers?api%5Fkey=SECRET'],
    ['/hasoffers?api.key=SECRET'],
    ['/hasoffers?NetworkToken=SECRET'],
    ['https://user:SECRET@proxy.example/'],
    ['https://demo.api.hasoffers.com/Apiv3/json?x=SECRET'],
    ['https://hasoffers.com/'],
    ['https://API.HasOffers.com./'],
  ])('%s is refused without repeating it', (given) => {
    const refused = parseEndpoint(given, page);
    expect(refused).toBeInstanceOf(ApiError);
    expect(refused).toMatchObject({ code: 'config', retryable: false });
    expect(`${(refused as ApiError).message}${(refused as ApiError).hint}`).not.toContain('SECRET');
  });

  it('is refused on a page opened from a file unless it is absolute', () => {
    expect(parseEndpoint('/hasoffers', 'file:///home/me/page.html')).toBeInstanceOf(ApiError);
    expect(parseEndpoint('https://proxy.example/', 'file:///home/me/page.html')).toBe('https://proxy.example/');
  });
});
