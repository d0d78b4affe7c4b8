import { expect, it } from 'vitest';
import type { Conversion } from '../../shared/api/conversions.js';
import { conversionsToCsv } from './conversions-csv.js';

const conversion: Conversion = {
  id: 'e1',
  time: '2026-06-12 10:42:13',
  offer: { id: '4', name: '' },
  status: 'rejected',
  payout: 12.3456,
  currency: 'EUR',
  country: 'Germany',
  goal: 'Default',
  source: '@home',
  subIds: ['=HYPERLINK("https://evil.example")', '-1', '+1', '', 'a,b'],
};

const write = (conversions: readonly Conversion[], fields: Parameters<typeof conversionsToCsv>[1]) =>
  conversionsToCsv(
    {
      range: { from: '2026-06-01', to: '2026-06-30' },
      conversions,
      page: 1,
      pageCount: 1,
      hasNext: false,
      total: 1,
      cut: null,
    },
    fields,
  );

it('writes raw values, with the currency beside the payout', () => {
  expect(write([conversion], ['time', 'offer', 'status', 'payout', 'country', 'goal', 'id'])).toBe(
    '\ufefftime,offer,status,payout,currency,country,goal,id\r\n' +
      '2026-06-12 10:42:13,4,rejected,12.3456,EUR,Germany,Default,e1\r\n',
  );
});

it('lets no value be a formula', () => {
  expect(write([conversion], ['sub1', 'sub2', 'sub3', 'sub4', 'sub5', 'source'])).toBe(
    '\ufeffsub1,sub2,sub3,sub4,sub5,source\r\n' + `"'=HYPERLINK(""https://evil.example"")",'-1,'+1,,"a,b",'@home\r\n`,
  );
});

it('has empty cells for what the network does not say', () => {
  expect(write([{ ...conversion, payout: null, currency: null }], ['payout'])).toBe('\ufeffpayout,currency\r\n,\r\n');
});
