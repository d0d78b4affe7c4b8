import { expect, test } from 'vitest';
import { toText } from './text.js';

/** What the browser's own parser makes of a fragment, drawn so that blocks begin lines. */
function readByBrowser(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const box = document.createElement('div');
  box.append(...body.childNodes);
  document.body.append(box);
  // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is what is asked for, line breaks included.
  const shown = box.innerText;
  box.remove();
  return shown.replace(/\s+/g, (blank) => (blank.includes('\n') ? '\n' : ' ')).trim();
}

test.each([
  'Win &#128;50',
  'Men&#146;s',
  '&#x80;&#x85;&#150;&#153;&#x9f;',
  '&#0; &#55296; &#xDFFF; &#1114112; &#99999999999;',
  '&#e5; &#xe5; &#xE5 &#229 &#x; &#;',
  'Gro&szlig;e S&oslash;k &laquo;a&raquo; &iquest;Qu&eacute;?',
  'Gro&szlige S&oslashk &copy2024 &reg &frac12cup',
  '&notit; &notin; &amp;lt; &ampx &LT;b&GT; &AMP',
  '&bdquo;a&ldquo; &lsaquo;b&rsaquo; &dagger; &bull; &permil; &trade;',
  '&scaron;&Zcaron;&OElig;&fnof; &minus;&infin;&ne;&le;&ge;',
  'AT&T &nosuch; &constructor; &a &;',
  '&yuml;&Yuml;&thorn;&ETH;&times;&divide;&szlig;&aring;',
  'a<b>b</b>c<i>d</i> <label>e</label><time>f</time><del>g</del><tt>h</tt><output>i</output>',
  'a<div>b</div>c<section>d</section><h2>e</h2>f',
  '<ul><li>a</li><li>b</li></ul><dl><dt>c</dt><dd>d</dd></dl>',
  '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
  'a<br>b<hr>c<blockquote>d</blockquote><pre>e</pre>',
  '<article>a</article><footer>b</footer><address>c</address>',
  '<hgroup>a</hgroup><search>b</search>c<select><option>d</option><option>e</option></select>f',
  'a<title>b</title>c<textarea>d</textarea>e<template>f</template>g<iframe>h</iframe>i',
  "a<b title=\"x>y\">c</b>d<i title='x>y'>e</i>f<u title=it's>g</u>h'i",
  'Gda&nacute;sk &Zdot;&oacute;&lstrok;&cacute; si&eogon; &Aogon;',
  'P&rcaron;&iacute;li&scaron; &zcaron;lu&tcaron; k&uring;&ncaron; &Ecaron;',
  'Gy&odblac;r t&udblac;z &Abreve;&tcedil;i &iogon; &edot; &umacr;',
  '&Gcedil;&kcedil;&Lcedil; &Dstrok;&dstrok; &wcirc;&ycirc; &Idot;&gbreve;',
  '&cacute &eogon &nacutex; &odot; &acutex &ringx;',
  '&euml &ntildex &Aringx; &ccedil9',
  '<!--[if !mso]><!-->a<!--<![endif]-->b',
  '&rArr; &hearts;&spades;&clubs;&diams; &loz;&sdot;&oline;&frasl;',
])('%j reads as in a browser', (html) => {
  expect(toText(html)).toBe(readByBrowser(html));
});

test('every name of the table means what it means to a browser', () => {
  const names =
    'rArr spades clubs diams loz sdot oline frasl Tab nbsp iexcl cent pound curren yen brvbar sect uml ordf not macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm frac14 frac34 Agrave Ccedil Ntilde THORN eth oslash ndash mdash horbar hyphen hellip sbquo Dagger prime Prime euro numero Lstrok lstrok inodot imath Idot Gbreve gbreve Scedil scedil circ tilde larr uarr rarr darr harr asymp radic star starf check cross hearts apos excl num dollar percnt lpar rpar ast plus comma period sol colon semi equals quest commat lsqb rsqb lowbar verbar';
  for (const name of names.split(' ')) expect(toText(`a&${name};b`)).toBe(readByBrowser(`a&${name};b`));
});

test('a line break may be written as a name', () => {
  expect(toText('a&NewLine;b')).toBe('a\nb');
});
