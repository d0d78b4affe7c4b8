/** A colour as a screen shows it: red, green, blue from 0 to 255, opacity from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Two colours that stand on each other. */
export interface Pair {
  readonly front: string;
  /** A token, or `page` for what the host has behind the element. */
  readonly ground: string;
  readonly what: string;
  /** WCAG 2.2: 4.5 for text, 3 for what is large or no text. */
  readonly least: number;
}

export const pairs: readonly Pair[] = [
  { front: 'button-text', ground: 'button-background', what: 'Text on buttons', least: 4.5 },
  { front: 'link', ground: 'surface', what: 'Links on cards', least: 4.5 },
  { front: 'text', ground: 'surface', what: 'Text on cards', least: 4.5 },
  { front: 'muted', ground: 'surface', what: 'Quiet text on cards', least: 4.5 },
  { front: 'muted', ground: 'page', what: 'Quiet text on the page', least: 4.5 },
  { front: 'warning', ground: 'page', what: 'Warnings on the page', least: 4.5 },
  { front: 'focus', ground: 'page', what: 'Focus rings on the page', least: 3 },
];

/** WCAG's ratio, 1 to 21. What is translucent is seen on its ground, and that one on white. */
export function contrast(front: Colour, ground: Colour): number {
  const below = blend(ground, [255, 255, 255, 1]);
  const [light, dark] = [luminance(blend(front, below)), luminance(below)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const blend = ([red, green, blue, alpha]: Colour, below: Colour): Colour => {
  const mix = (part: number, under: number) => part * alpha + under * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
};

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
