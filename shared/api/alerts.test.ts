import { expect, it } from 'vitest';
import { getAlerts } from './alerts.js';
import { ApiError } from './errors.js';

const { target, method, params, decode } = getAlerts();
const alert = (id: string, fields: object = {}) => ({
  Alert: {
    id,
    title: `No. ${id}`,
    content: '<p>Text</p>',
    type_code: '100',
    datetime: '2026-07-01 07:00:00',
    ...fields,
  },
  AffiliateUserAlert: { id: `9${id}`, alert_id: id, is_dismissed: '0' },
});

it('asks for what is not dismissed, without a user: the proxy puts that in', () => {
  expect([target, method, params]).toEqual(['Affiliate_Alert', 'getAffiliateUserAlerts', { is_dismissed: '0' }]);
});

it('reads a map, newest first by id as a number', () => {
  expect(decode({ 90: alert('90'), 812: alert('812'), 809: alert('809') }).map(({ id }) => id)).toEqual([
    '812',
    '809',
    '90',
  ]);
});

it('reads a list, and rows without a wrapper', () => {
  expect(decode([alert('5'), { id: '6', title: 'Bare' }])).toEqual([
    { id: '6', kind: 'message', title: 'Bare', text: '', time: null },
    { id: '5', kind: 'message', title: 'No. 5', text: 'Text', time: Date.UTC(2026, 6, 1, 7) },
  ]);
});

it.each([[[]], [false], [null], ['']])('has nothing in %j', (data) => {
  expect(decode(data)).toEqual([]);
});

it('throws when nothing can be recognised', () => {
  expect(() => decode('maintenance')).toThrow(ApiError);
  expect(() => decode({ a: { b: 1 } })).toThrow(ApiError);
  expect(() => decode({ title: 'Bare', AffiliateUser: { id: '99' } })).toThrow(ApiError);
});

it.each([
  ['601', 'approved'],
  [601, 'approved'],
  ['602', 'denied'],
  ['100', 'message'],
  ['__proto__', 'message'],
  [null, 'message'],
])('type_code %j is %s', (type_code, kind) => {
  expect(decode([alert('1', { type_code })])[0]?.kind).toBe(kind);
});

it('makes text of HTML, and keeps where links lead', () => {
  const [read] = decode([
    alert('1', {
      title: '<img src=x onerror=alert(1)>Summer &amp; sale\n',
      description: '<p>Bank holiday</p>',
      content: '<p>See <a href="https://shop.example/a?b=1&amp;c=2">the page</a>.</p><script>window.hit = 1</script>',
    }),
  ]);
  expect(read).toMatchObject({
    title: 'Summer & sale',
    text: 'Bank holiday\nSee the page (https://shop.example/a?b=1&c=2).',
  });
});

it('says once what is description and content', () => {
  expect(decode([alert('1', { description: 'Same', content: '<p>Same</p>' })])[0]?.text).toBe('Same');
});

it.each(['0000-00-00 00:00:00', '', null, 'soon'])('has no time in %j', (datetime) => {
  expect(decode([alert('1', { datetime })])[0]?.time).toBeNull();
});
