import { expect, it } from 'vitest';
import { toClientKey } from './client-key.js';

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:5000', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['[2001:db8::1]:443', '2001:db8:0:0'],
  ['2001:0DB8:0000:0001:1:2:3:4', '2001:db8:0:1'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['1::', '1:0:0:0'],
  ['unknown', 'unknown'],
])('the client key of %s is %s', (address, key) => {
  expect(toClientKey(address)).toBe(key);
});

it.each([
  '::ffff:c000:201',
  '::FFFF:C000:0201',
  '0:0:0:0:0:ffff:192.0.2.1',
  '0000:0000:0000:0000:0000:ffff:c000:0201',
  '[::ffff:192.0.2.1]:443',
  '[::ffff:c000:201]',
  '::ffff:192.0.2.1%eth0',
  '64:ff9b::192.0.2.1',
  '64:ff9b::c000:201',
  '64:FF9B:0:0:0:0:C000:0201',
  '0064:ff9b::c000:0201',
  '[64:ff9b::c000:201]:8080',
  '64:ff9b:1::192.0.2.1',
  '::ffff:0:192.0.2.1',
  '::192.0.2.1',
  '::c000:201',
  '2002:c000:201::1',
  '2002:C000:0201:ffff::1',
  '[2002:c000:201::c000:201]:443',
  '2001:0:4136:e378:8000:63bf:3fff:fdfe',
])('%s is the client 192.0.2.1', (address) => {
  expect(toClientKey(address)).toBe('192.0.2.1');
});

it.each([
  ['two IPv4 addresses behind one NAT64', '64:ff9b::c000:201', '64:ff9b::c000:202', false],
  ['two IPv4 addresses behind one Teredo server', '2001:0:4136:e378::3fff:fdfe', '2001:0:4136:e378::3fff:fdfd', false],
  ['what only looks like Teredo', '2001:1:4136:e378::3fff:fdfe', '2001:1:4136:e378::3fff:fdfd', true],
  ['two mapped ones', '::ffff:c000:201', '::ffff:c000:202', false],
  ['two hosts of one /64', '2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['two /64 of one /48', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['two writings of one /64', '2001:db8::1', '2001:0DB8:0:0:1:2:3:4', true],
  ['what only looks like NAT64', '64:ff9c::c000:201', '64:ff9c::c000:202', true],
  ['two texts that are no addresses', 'unknown', 'hidden', false],
  ['an address of five parts and its beginning', '192.0.2.1.5', '192.0.2.1', false],
])('%s', (_, one, other, isSame) => {
  expect(toClientKey(one) === toClientKey(other)).toBe(isSame);
});

it.each(['', ':', ':::', '1:2:3', 'x:y', '::ffff:999.0.2.1', '1'.repeat(5000), '[', '%'])(
  '%j is no address, and counts',
  (text) => {
    expect(toClientKey(text).length).toBeLessThanOrEqual(45);
  },
);
