import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.js';
import { UsageError } from './usage-error.js';

const endpoint = 'https://www.your-site.example/hasoffers';

it('needs an endpoint only', () => {
  const defaults = { command: 'check', endpoint, origin: undefined, json: false, timeout: 10_000 };
  expect(parseArguments(['check', endpoint])).toEqual(defaults);
});

it('accepts options in any place', () => {
  const args = ['--json', 'check', '--origin', 'https://a.example', endpoint, '--timeout=500'];
  expect(parseArguments(args)).toEqual({
    command: 'check',
    endpoint,
    origin: 'https://a.example',
    json: true,
    timeout: 500,
  });
});

it.each(['init', 'proxy', 'sample-network'])('takes "%s" alone', (command) => {
  expect(parseArguments([command])).toEqual({ command });
});

describe('refuses, with a message that repeats no input', () => {
  it.each([
    ['no command', [], /command is missing/],
    ['another command', ['chek', endpoint], /commands are init/],
    ['no endpoint', ['check'], /endpoint is missing/],
    ['two endpoints', ['check', endpoint, 'https://b.example'], /one endpoint only/],
    ['a path alone', ['check', '/hasoffers'], /must be a URL/],
    ['the API itself', ['check', 'https://net.api.hasoffers.com/Apiv3/json'], /the API itself/],
    ['a key in the endpoint', ['check', `${endpoint}?api_key=SECRET1`], /holds a key/],
    ['a password in the endpoint', ['check', 'https://me:SECRET1@a.example/'], /no password/],
    ['an origin with a path', ['check', endpoint, '--origin', 'https://a.example/x'], /scheme and host/],
    ['an opaque origin', ['check', endpoint, '--origin', 'null'], /scheme and host/],
    ['a time in words', ['check', endpoint, '--timeout', 'soon'], /milliseconds/],
    ['an unknown option', ['check', endpoint, '--SECRET1'], /option is unknown/],
    ['an option without its value', ['check', endpoint, '--origin'], /value is missing/],
    ['an option of "token"', ['check', endpoint, '--subject', 'SECRET1'], /not an option of "check"/],
    ['an option of "check"', ['token', '--json'], /not an option of "token"/],
    ['a secret as an argument', ['token', 'SECRET1', '--subject', 'x'], /never an argument/],
    ['an argument of "proxy"', ['proxy', 'SECRET1'], /never arguments/],
    ['an option of "check" for "init"', ['init', '--json'], /not an option of "init"/],
    ['a secret as an option', ['token', '--secret', 'SECRET1'], /option is unknown/],
  ])('%s', (_, args, message) => {
    const parse = () => parseArguments(args);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
    expect(parse).not.toThrow(/SECRET1/);
  });
});
