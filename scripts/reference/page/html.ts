/** Text as it stands in HTML, in attributes, too. */
export const toText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const toCode = (code: string, kind = ''): string =>
  `<code translate="no"${kind && ` class="${kind}"`}>${toText(code)}</code>`;

/** The Markdown of doc blocks: code between backticks, and paragraphs. */
export const toParagraphs = (text: string): string =>
  text
    .split('\n\n')
    .filter((paragraph) => paragraph !== '')
    .map(
      (paragraph) =>
        `<p>${paragraph
          .split('`')
          .map((piece, index) => (index % 2 ? toCode(piece) : toText(piece)))
          .join('')}</p>`,
    )
    .join('');
