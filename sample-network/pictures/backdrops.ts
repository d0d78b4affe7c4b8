import type { Palette } from './palettes.js';
import { around, box, circle, ellipse, line, round, shape } from './shapes.js';

/** Where a product stands: the picture's size, the middle of the product, its radius, and its floor. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly floor: number;
}

type Backdrop = (p: Palette, stage: Stage) => string;

/** What can stand behind a product to make it stand out. */
const backdrops: readonly Backdrop[] = [
  (p, { x, y, radius }) => circle(x, y, radius * 0.9, p.second, 0.42),
  (p, { x, y, radius, floor }) => {
    const half = round(radius * 0.8);
    const [left, right, top, bottom] = [x - half, x + half, y - radius * 0.1, floor].map(round);
    return shape(`M${left} ${bottom}V${top}A${half} ${half} 0 0 1 ${right} ${top}V${bottom}Z`, p.second, 0.42);
  },
  (p, { x, y, radius }) =>
    ellipse(x + radius * 0.14, y, radius * 1.2, radius * 0.78, p.second, 0.36) +
    circle(x - radius * 0.92, y - radius * 0.56, radius * 0.13, p.accent, 0.5),
  (p, { x, y, radius }) => circle(x, y, radius * 0.98, p.second, 0.24) + circle(x, y, radius * 0.72, p.second, 0.34),
  (p, { width, height, floor }) => box(0, floor - 5, width, height - floor + 5, 0, p.second, 0.32),
  (p, { x, y, radius }) =>
    around(
      12,
      round(x),
      round(y),
      shape(
        `M${round(x)} ${round(y)}l${round(radius * -0.17)} ${round(radius * -1.7)}h${round(radius * 0.34)}Z`,
        p.second,
        0.24,
      ),
    ) + circle(x, y, radius * 0.7, p.second, 0.3),
  (p, { width, x, y, radius, floor }) =>
    circle(x + radius * 0.5, y - radius * 0.24, radius * 0.6, p.accent, 0.22) +
    line(`M0 ${round(floor)}H${round(width)}`, p.second, 2),
  (p, { x, y, radius }) => {
    const steps = [-2, -1, 0, 1, 2];
    const dots = steps.flatMap((row) =>
      steps.map((col) => circle(x + col * radius * 0.46, y + row * radius * 0.36, radius * 0.05, p.main, 0.28)),
    );
    return dots.join('') + circle(x, y, radius * 0.74, p.second, 0.5);
  },
];

/** Those that stay behind the product, for formats where the wordmark stands beside it. */
const besideWordmark = [0, 2, 3, 7];

/** Paper, and behind the product one of the backdrops, chosen by a number. */
export function drawBackdrop(colours: Palette, stage: Stage, choice: number): string {
  const wide = stage.width > stage.height * 1.8;
  const backdrop = backdrops[wide ? (besideWordmark[choice % besideWordmark.length] ?? 0) : choice % backdrops.length];
  return box(0, 0, stage.width, stage.height, 0, colours.paper) + (backdrop?.(colours, stage) ?? '');
}

/** Paper with at most one quiet form on it, for wordmarks. */
export function drawPaper(colours: Palette, width: number, height: number, choice: number): string {
  const paper = box(0, 0, width, height, 0, colours.paper);
  switch (choice % 5) {
    case 0:
      return paper + circle(width * 0.96, height * 0.04, height * 0.5, colours.second, 0.22);
    case 1: {
      const [left, right, low] = [width * 0.3, width * 0.7, height * 0.76].map(round);
      return (
        paper + shape(`M0 ${height}C${left} ${low} ${right} ${height} ${width} ${low}V${height}Z`, colours.second, 0.28)
      );
    }
    case 2:
      return paper + box(0, height * 0.94, width, height * 0.06, 0, colours.main);
    case 3:
      return paper + shape(`M0 0H${round(height * 0.95)}L${round(height * 0.72)} ${height}H0Z`, colours.second, 0.2);
    default:
      return paper;
  }
}
