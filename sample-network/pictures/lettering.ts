import { alphabet } from './alphabet.js';
import { placed, round } from './shapes.js';

interface Lettering {
  readonly transform: 'as-is' | 'upper' | 'lower';
  readonly weight: number;
  readonly gap: number;
  readonly cap: 'butt' | 'round';
}

const letterings = {
  light: { transform: 'upper', weight: 1.15, gap: 7, cap: 'butt' },
  grotesk: { transform: 'as-is', weight: 2.3, gap: 3.9, cap: 'butt' },
  rounded: { transform: 'lower', weight: 2.7, gap: 4.5, cap: 'round' },
  heavy: { transform: 'upper', weight: 3.5, gap: 5.6, cap: 'butt' },
} as const satisfies Record<string, Lettering>;

export type LetteringName = keyof typeof letterings | 'serif';

export interface Wordmark {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Sets a name in at most two lines into a box; the result starts at (0, 0) and keeps its proportions. */
export function setWordmark(
  name: string,
  style: LetteringName,
  colour: string,
  [width, height]: readonly [number, number],
  align: 'start' | 'middle' = 'start',
): Wordmark {
  const one = setLines([name], style, colour, [width, height], align);
  const words = name.split(' ');
  if (words.length < 2) return one;
  const two = setLines(splitInTwo(words), style, colour, [width, height], align);
  // Two lines only where they come out clearly larger.
  return two.scale > one.scale * 1.25 ? two : one;
}

function splitInTwo(words: readonly string[]): readonly string[] {
  const cuts = words.slice(1).map((_, cut) => [words.slice(0, cut + 1).join(' '), words.slice(cut + 1).join(' ')]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map((text) => text.length));
  return cuts.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best), cuts[0] ?? words);
}

function setLines(
  lines: readonly string[],
  style: LetteringName,
  colour: string,
  [width, height]: readonly [number, number],
  align: 'start' | 'middle',
): Wordmark & { readonly scale: number } {
  const set = lines.map((text) => (style === 'serif' ? setSerif(text, colour) : setStrokes(text, style, colour)));
  const leading = style === 'serif' ? 19 : 22;
  const widest = Math.max(...set.map((entry) => entry.width));
  const tall = 16 + leading * (lines.length - 1);
  const scale = Math.min(width / widest, height / tall);
  const rows = set.map((entry, row) =>
    placed(align === 'middle' ? (widest - entry.width) / 2 : 0, 15 + leading * row, 1, entry.svg),
  );
  return { svg: placed(0, 0, scale, rows.join('')), width: widest * scale, height: tall * scale, scale };
}

function setStrokes(text: string, style: keyof typeof letterings, colour: string): { svg: string; width: number } {
  const { transform, weight, gap, cap } = letterings[style];
  const written = transform === 'upper' ? text.toUpperCase() : transform === 'lower' ? text.toLowerCase() : text;
  let pen = weight / 2;
  let previous = '';
  const strokes: string[] = [];
  for (const letter of written) {
    const [advance, path] = alphabet[letter] ?? [6, ''];
    pen += kerning(previous, letter);
    if (path) strokes.push(`<path d="${path}" transform="translate(${round(pen)} 0)"/>`);
    pen += advance + gap;
    previous = letter;
  }
  const svg = `<g fill="none" stroke="${colour}" stroke-width="${weight}" stroke-linecap="${cap}" stroke-linejoin="round">${strokes.join('')}</g>`;
  return { svg, width: pen - gap + weight / 2 };
}

const roundLeft = new Set([...'acdegoqsCGOQS&']);
const roundRight = new Set([...'bopesBDOQRSP&']);
const slantedLeft = new Set([...'vwxyzAVWXYTZ']);
const slantedRight = new Set([...'vwxyrkfAKLFTVWXY']);

/** Straight sides stand apart, round ones closer, slanted and open ones closer still. */
function kerning(left: string, right: string): number {
  if (left === '') return 0;
  const before = slantedRight.has(left) ? 1.1 : roundRight.has(left) ? 0.55 : 0;
  const after = slantedLeft.has(right) ? 1.1 : roundLeft.has(right) ? 0.55 : 0;
  return -before - after;
}

/** How wide a serif face sets a letter, in 1/1000 of its size; near enough for `textLength` to do the rest. */
function serifAdvance(letter: string): number {
  if ("ijlt.' ".includes(letter)) return 300;
  if ('frs'.includes(letter)) return 380;
  if ('mwMW'.includes(letter)) return 840;
  if (letter === '&') return 780;
  return letter === letter.toUpperCase() ? 690 : 490;
}

function setSerif(text: string, colour: string): { svg: string; width: number } {
  const size = 20;
  const width = round(
    [...text].reduce((total, letter) => total + (serifAdvance(letter) * size) / 1000, 0) + text.length * 0.4,
  );
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const svg = `<text font-family="Georgia, 'Liberation Serif', 'Times New Roman', serif" font-size="${size}" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${colour}">${escaped}</text>`;
  return { svg, width };
}
