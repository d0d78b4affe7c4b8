import { expect, it } from 'vitest';
import { parseRedisUrl } from './redis-url.js';

const nobody = { tls: false, username: undefined, password: undefined };
const three = [7000, 7001, 7002].map((port) => ({ host: '10.0.0.1', port }));

it.each([
  ['redis://127.0.0.1:6379', { kind: 'server' }],
  ['rediss://user:p%40ss@redis.example:6380/3', { kind: 'server' }],
  [
    'redis://10.0.0.1:7000,redis://10.0.0.1:7001,redis://10.0.0.1:7002',
    { kind: 'cluster', nodes: three, login: nobody },
  ],
  ['redis://10.0.0.1:7000,10.0.0.1:7001,10.0.0.1:7002', { kind: 'cluster', nodes: three, login: nobody }],
  ['redis+cluster://[::1]', { kind: 'cluster', nodes: [{ host: '::1', port: 6379 }], login: nobody }],
  [
    'rediss+cluster://user:p%40ss@10.0.0.1:7000,10.0.0.1:7001,10.0.0.1:7002/0',
    { kind: 'cluster', nodes: three, login: { tls: true, username: 'user', password: 'p@ss' } },
  ],
  [
    'redis+sentinel://:p%40ss@a.example,b.example:26380/main/2?sentinelPassword=s',
    {
      kind: 'sentinel',
      nodes: [
        { host: 'a.example', port: 26_379 },
        { host: 'b.example', port: 26_380 },
      ],
      name: 'main',
      db: 2,
      login: { tls: false, username: undefined, password: 'p@ss' },
      sentinelPassword: 's',
    },
  ],
])('%s', (url, target) => {
  expect(parseRedisUrl(url)).toMatchObject(target);
});

it.each([
  'http://127.0.0.1:6379',
  'redis://',
  'redis:///0',
  'redis://host/text',
  'redis://host one',
  'redis://a:7000,',
  'redis+cluster://a:7000/2',
  'redis+sentinel://a:26379',
  'redis+sentinel://a:26379/main/text',
  'redis+other://a',
])('%s is refused', (url) => {
  expect(parseRedisUrl(url)).toBeUndefined();
});
