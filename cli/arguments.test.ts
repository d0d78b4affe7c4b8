import { describe, expect, it } from 'vitest';
import { parseArguments, UsageError } from './arguments.js';

const endpoint = 'https://www.your-site.example/hasoffers';

it('an endpoint is enough', () => {
  const defaults = { endpoint, origin: undefined, json: false, timeout: 10_000 };
  expect(parseArguments(['check', endpoint])).toEqual(defaults);
});

it('options may stand anywhere', () => {
  const words = ['--json', 'check', '--origin', 'https://a.example', endpoint, '--timeout=500'];
  expect(parseArguments(words)).toEqual({ endpoint, origin: 'https://a.example', json: true, timeout: 500 });
});

describe('is refused with a sentence that repeats nothing', () => {
  it.each([
    ['no command', [], /Which command/],
    ['another command', ['chek', endpoint], /only command/],
    ['no endpoint', ['check'], /Which endpoint/],
    ['two endpoints', ['check', endpoint, 'https://b.example'], /One endpoint/],
    ['a path alone', ['check', '/hasoffers'], /whole address/],
    ['the API itself', ['check', 'https://net.api.hasoffers.com/Apiv3/json'], /the API itself/],
    ['a key in the endpoint', ['check', `${endpoint}?api_key=SECRET1`], /holds a key/],
    ['a password in the endpoint', ['check', 'https://me:SECRET1@a.example/'], /no password/],
    ['an origin with a path', ['check', endpoint, '--origin', 'https://a.example/x'], /scheme and host/],
    ['an origin that is no web page’s', ['check', endpoint, '--origin', 'null'], /scheme and host/],
    ['a time in words', ['check', endpoint, '--timeout', 'soon'], /milliseconds/],
    ['an unknown option', ['check', endpoint, '--SECRET1'], /no such option/],
    ['an option without its value', ['check', endpoint, '--origin'], /value is missing/],
  ])('%s', (_, words, sentence) => {
    const parse = () => parseArguments(words);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(sentence);
    expect(parse).not.toThrow(/SECRET1/);
  });
});
