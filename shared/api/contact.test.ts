import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDialable, toMailable } from './contact.js';

test.each([
  ['+49 (0)30 7540002', '+49307540002'],
  ['+44(0)20 7946 0958', '+442079460958'],
  ['0049 (0) 30 7540002', '0049307540002'],
  ['Tel: +49 30 7540002', '+49307540002'],
  ['T. 020 7946 0958', '02079460958'],
  ['tel:+49-30-7540002;ext=5', '+49307540002'],
  ['(+49) 30 7540002', '+49307540002'],
  ['030/7540002', '0307540002'],
  ['030 / 7540002', '0307540002'],
  ['+1 555 0100 / +1 555 0101', '+15550100'],
  ['+1 555 0100/0101', '+15550100'],
  ['555 0100 - 555 0101', '5550100'],
  ['020 7946 0958 or 020 7946 0959', '02079460958'],
  ['(555) 010-2000 (555) 010-2001', '5550102000'],
  ['+1 555 0100\n+1 555 0101', '+15550100'],
  ['+1 (555) 010-2000 ext. 5', '+15550102000'],
  ['+1 555 010 2000 x5', '+15550102000'],
  ['+1 555 010 2000x5', '+15550102000'],
  ['+1 555 010 2000 #5', '+15550102000'],
  ['030 7540002 Durchwahl 12', '0307540002'],
  ['Mon-Fri 9-17, +49 30 7540002', '+49307540002'],
  ['24/7 hotline 0800 123456', '0800123456'],
  ['1-800-FLOWERS (1-800-356-9377)', '18003569377'],
  ['+49 30 7540002', '+49307540002'],
  ['٠٢٠ ٧٩٤٦ ٠٩٥٨', '02079460958'],
  ['110', '110'],
  ['Tel. 116 117', '116117'],
  ['Tel.: 110', '110'],
  ['(110)', '110'],
  ['+49 (030) 7540002', '+49307540002'],
  ['+44 (020) 7946 0958', '+442079460958'],
  ['0033 (01) 42 68 53 00', '0033142685300'],
  ['+39 (06) 1234 5678', '+390612345678'],
  ['[+49] 30 7540002', '+49307540002'],
  ['+49 [0] 30 7540002', '+49307540002'],
  ['555-010-2000\t555-010-2001', '5550102000'],
  ['Mobil: 0171 / 123 45 67', '01711234567'],
  ['☎ 030 7540002', '0307540002'],
  ['Tél. : +33 (0)1 42 68 53 00', '+33142685300'],
  ['01.42.68.53.00 poste 12', '0142685300'],
  ['DDI: 020 7946 0958 extn 12', '02079460958'],
  ['T: +1.555.010.2000 | F: +1.555.010.2001', '+15550102000'],
  ['+55 (11) 91234-5678 ramal 12', '+5511912345678'],
  ['WhatsApp: +91-98765-43210', '+919876543210'],
  ['022-23456789/90', '02223456789'],
  ['+49/(0)30/7540002', '+49307540002'],
  ['+49\u2013(0)30\u20137540002', '+49307540002'],
  ['+49 (0 30) 7540002', '+49307540002'],
  ['+39 (0)2 1234567', '+39021234567'],
  ['0171/1234567 0172/1234567', '01711234567'],
  ['0171/1234567/0172/1234567', '01711234567'],
  ['+7 (495) 123-45-67 доб. 12', '+74951234567'],
  ['+86 10 1234 5678 转 123', '+861012345678'],
  ['03（1234）5678', '0312345678'],
])('%j dials %s', (text, dialed) => {
  expect(toDialable(text)).toBe(dialed);
});

test.each([
  '1-800-FLOWERS',
  '1 800 FLOWERS',
  '0800-CALL-123',
  '+1-800-555-CARE',
  '1-800-GO-FEDEX',
  'ask at desk 12',
  'room 204, second floor',
  'Room 204',
  'Ext. 204',
  'Durchwahl: 204',
  'Since 1998',
  'n/a',
  '-',
  '',
  '12',
  '020 7946 0958 020 7946 0959',
])('%j holds no number to dial', (text) => {
  expect(toDialable(text)).toBeNull();
});

test.each([
  ['mara@network.example', 'mara@network.example'],
  ["o'neil+x@mail.network.example", "o'neil+x@mail.network.example"],
  ['jürgen@bücher.example', 'jürgen@bücher.example'],
  ['a@b.example, c@d.example', 'a@b.example'],
  ['a@b.example;c@d.example', 'a@b.example'],
  ['Name <a@b.example>', 'a@b.example'],
  ['"Name, First" <a@b.example>', 'a@b.example'],
  ['mailto:a@b', 'a@b'],
  ['E-Mail: a@b.example.', 'a@b.example'],
  ['a@b.example (office)', 'a@b.example'],
  ['a@c.example?bcc=x@y.example', 'a@c.example'],
  ['a@c.example&cc=x', 'a@c.example'],
  ['✉a@b.example', 'a@b.example'],
  ['«a@b.example»', 'a@b.example'],
  ['\u200ba@b.example\u200b', 'a@b.example'],
  ['– a@b.example –c@d.example', 'a@b.example'],
  ['(work)a@b.example', 'a@b.example'],
  ['*a@b.example*', 'a@b.example'],
  ['a@b.example-', 'a@b.example'],
  ['o\u2019neil@b.example', "o'neil@b.example"],
  ['\u2018a@b.example\u2019', 'a@b.example'],
  ['a@b.example | c@d.example', 'a@b.example'],
  ['a@b.example or c@d.example', 'a@b.example'],
])('%j writes to %s', (text, mailed) => {
  expect(toMailable(text)).toBe(mailed);
});

test.each([
  '',
  'mara',
  'mara@',
  '@network.example',
  'a@b@c',
  'a%0d@c.example',
  'a@c%0a.example',
  '?bcc=x@y.example',
  'a..z@b.example',
  'a@b..example',
  'a@b.example_old',
  'a@b.-example',
  'mail=a@b.example',
  'https://b.example/@mara',
])('%j is no address to write to', (text) => {
  expect(toMailable(text)).toBeNull();
});

test('no text can start a header or a second recipient, or dial anything but digits', () => {
  const pieces = fc.constantFrom(
    'a',
    '@',
    'b.example',
    '?',
    'bcc=',
    '&',
    '%0d',
    ',',
    ' ',
    '<',
    '>',
    '+',
    '49',
    '(0)',
    '/',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
      expect(toMailable(parts.join('')) ?? 'a@b').toMatch(/^[^\s?&,;:<>"%@]+@[^\s?&,;:<>"%@]+$/);
      expect(toDialable(parts.join('')) ?? '110').toMatch(/^\+?\d{3,17}$/);
    }),
  );
});
