const sentences = [
  'The Long Read Society sends one essay a week to people who still finish what they start.',
  'Essays are between four and nine thousand words and have no advertisements in them.',
  'Members read in the browser, on paper, or by ear while they wash up.',
  'Commission is paid on the first year, and on renewals where the member came from you.',
  'We write to partners before every change of terms, because we would want to be written to.',
];

/** Exactly 4,000 characters of HTML: paragraphs, then the cut that a database column makes in mid-tag. */
export const fourThousandCharacters: string = Array.from(
  { length: 60 },
  (_, position) =>
    `<p>${sentences[position % sentences.length]} ${sentences[(position * 2 + 1) % sentences.length]}</p>\r\n`,
)
  .join('')
  .slice(0, 4000);
