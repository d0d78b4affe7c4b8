import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toText, toTextWithLinks } from './text.js';

test.each([
  ['plain text', 'Fern & Clay | UK', 'Fern & Clay | UK'],
  ['tags', 'a <b>bold</b> <a href="https://x.example/?a=1&b=2">link</a>', 'a bold link'],
  ['an attribute that never ends', 'before <a title="oops>after', 'before after'],
  ['a tag that never ends', 'before <a href=x', 'before'],
  ['a lone "<"', '1 < 2 and <3', '1 < 2 and <3'],
  ['paragraphs', '<p>One\r\n line</p>\r\n<p>Two</p>', 'One line\nTwo'],
  ['line breaks', 'One<br>Two<BR />Three', 'One\nTwo\nThree'],
  ['list items', '<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
  ['line breaks of text without markup', 'One\r\n\r\nTwo', 'One\nTwo'],
  ['blanks', '  a \t b&nbsp;&nbsp;c  ', 'a b c'],
  ['scripts with their content', 'a<script type="x">alert("</p>")</script >b', 'ab'],
  ['a script that never closes', 'a<script>alert(1)', 'a'],
  ['styles with their content', 'a<STYLE>p{}</STYLE>b', 'ab'],
  ['comments', 'a<!-- <b>x</b> -->b', 'ab'],
  ['a comment that never closes', 'a<!-- b', 'a'],
  ['named references', '&lt;b&gt; &quot;&apos; &euro;5 &ndash;&mdash; &hellip;', '<b> "\' €5 –— …'],
  ['quotation marks', '&ldquo;a&rdquo; &lsquo;b&rsquo;', '“a” ‘b’'],
  ['numeric references', '&#38;&#x26;&#128512;', '&&😀'],
  ['references that are no characters', '&#1114112;&#99999999999; &#zz;', '\ufffd\ufffd &#zz;'],
  [
    'letters with marks',
    'Cadaqu&eacute;s &Uuml;ber Fran&ccedil;a Espa&ntilde;a &Aring;land',
    'Cadaqués Über França España Åland',
  ],
  ['signs', '&pound;5 &copy; &trade;', '£5 © ™'],
  ['references that nobody knows', '&nosuch; &constructor; AT&T', '&nosuch; &constructor; AT&T'],
  ['references twice encoded, once', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
])('makes text of %s', (_, html, text) => {
  expect(toText(html)).toBe(text);
});

test.each([
  [
    'behind its text',
    'Our <a href="https://shop.example/?a=1&amp;b=2">terms</a>.',
    'Our terms (https://shop.example/?a=1&b=2).',
  ],
  ['around other tags', "<a class=x href='http://a.example'><b>A</b></a> &amp; b", 'A (http://a.example) & b'],
  ['once, where it is the text', '<a href="https://a.example/">https://a.example/</a>', 'https://a.example/'],
  ['without quotes', '<a href=https://a.example/>A</a>', 'A (https://a.example/)'],
  ['not of a script', '<a href="javascript:alert(1)">A</a><a href="data:text/html,x">B</a>', 'AB'],
  ['not inside a script', '<script><a href="https://a.example/">A</a></script>B', 'B'],
  ['not of what never closes', '<a href="https://a.example/">A', 'A'],
  ['not of a tag of another name', '<abbr href="https://a.example/">A</abbr>', 'A'],
  [
    'before the next one',
    '<a href="https://a.example/">A<a href="https://b.example/">B</a>',
    'A (https://a.example/)B (https://b.example/)',
  ],
])('keeps the URL of a link, %s', (_, html, text) => {
  expect(toTextWithLinks(html)).toBe(text);
});

test('a decoded "<" is text, not a tag', () => {
  expect(toText('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('<script>alert(1)</script>');
});

const length = 300_000;
test.each([
  '<',
  '<a',
  '<a ',
  '<!--',
  '<!-',
  '<script',
  '<script>',
  '<script></script',
  '</script',
  '&',
  '&#',
  '&amp',
  '="',
  "<a ='",
  '<a ="',
  '<a x="y" ',
  ' ',
  '\n',
  ' \n',
  '<p>',
  '<a href=',
  '<a href="https://a.example/">',
  'a',
  '\u00a0',
])('handles 300 kB of %j: a quadratic scan of this much would outlast the time-out of the test by far', (piece) => {
  const html = piece.repeat(length / piece.length);
  expect(toText(html).length).toBeLessThanOrEqual(length);
  expect(toText(`<p>${html}`).length).toBeLessThanOrEqual(length);
  expect(toTextWithLinks(html).length).toBeLessThanOrEqual(length);
  expect(toTextWithLinks(`<a ${html}`).length).toBeLessThanOrEqual(length);
});

test('never throws and never leaves a closed tag behind', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    'p',
    '/',
    '!--',
    '-->',
    'script',
    '="',
    "'",
    '&',
    'amp',
    ';',
    '#',
    'x41',
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
      const withoutReferences = parts.join('').replaceAll('&', '');
      expect(toText(withoutReferences)).not.toMatch(/<\/?[a-z][^<>=]*>/i);
      toText(parts.join(''));
    }),
    { numRuns: 500 },
  );
});
