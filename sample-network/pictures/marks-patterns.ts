import type { Mark } from './mark.js';
import { box, circle, line, shape, turned } from './shapes.js';

export const patternMarks = {
  tiles: (p) =>
    [0, 1, 2, 3]
      .map((i) => {
        const [x, y] = [8 + (i % 2) * 43, 8 + Math.floor(i / 2) * 43];
        const quarter = i === 0 || i === 3 ? p.main : p.accent;
        return (
          box(x, y, 41, 41, 4, i === 0 || i === 3 ? p.second : p.main) +
          shape(
            `M${x} ${y + 41}A41 41 0 0 1 ${x + 41} ${y}V${y + 16}A25 25 0 0 0 ${x + 16} ${y + 41}Z`,
            i === 1 || i === 2 ? p.light : quarter,
          )
        );
      })
      .join(''),
  weave: (p) =>
    [20, 50, 80].map((x) => box(x - 11, 6, 22, 88, 5, p.main)).join('') +
    [20, 50, 80]
      .map((y, row) =>
        [20, 50, 80].map((x, col) => ((row + col) % 2 ? '' : box(x - 14, y - 11, 28, 22, 4, p.second))).join(''),
      )
      .join('') +
    circle(80, 20, 6, p.accent),
  lens: (p) =>
    circle(36, 50, 32, p.main) +
    circle(64, 50, 32, p.second) +
    shape('M50 21.2A32 32 0 0 1 50 78.8A32 32 0 0 1 50 21.2Z', p.accent) +
    circle(30, 38, 6, p.light, 0.6),
  spiral: (p) =>
    line('M52 52C54 44 42 40 38 50C32 66 58 74 68 56C80 32 50 16 30 30C6 48 16 84 48 88C66 90 82 82 90 68', p.main, 9) +
    circle(84, 26, 8, p.accent),
  stripes: (p) =>
    turned(
      -30,
      50,
      50,
      box(26, 0, 12, 100, 6, p.main) +
        box(44, 0, 12, 100, 6, p.accent) +
        box(62, 0, 12, 100, 6, p.main) +
        box(8, 22, 12, 56, 6, p.second) +
        box(80, 22, 12, 56, 6, p.second),
    ),
  chevrons: (p) =>
    shape('M8 16H32L60 50L32 84H8L36 50Z', p.main) +
    shape('M38 16H58L86 50L58 84H38L66 50Z', p.accent) +
    circle(90, 50, 4, p.main),
  loop: (p) =>
    line('M50 50C36 26 10 26 10 50S36 74 50 50S90 26 90 50S64 74 50 50', p.main, 13) +
    line('M50 50C64 26 90 26 90 50S64 74 50 50', p.second, 13) +
    shape('M74 26L90 30L80 44Z', p.accent),
  orbit: (p) =>
    [0, 60, 120]
      .map((angle) =>
        turned(
          angle,
          50,
          50,
          `<ellipse cx="50" cy="50" rx="44" ry="17" fill="none" stroke="${angle === 60 ? p.second : p.main}" stroke-width="4.5"/>`,
        ),
      )
      .join('') +
    circle(50, 50, 10, p.accent) +
    circle(94, 50, 5, p.main),
  quarters: (p) =>
    shape('M48 48V6A42 42 0 0 0 6 48Z', p.main) +
    shape('M52 6H94V48A42 42 0 0 1 52 6Z', p.accent) +
    shape('M6 52H48A42 42 0 0 1 6 94Z', p.second) +
    circle(73, 73, 21, p.main),
  dots: (p) =>
    [20, 40, 60, 80]
      .map((y, row) =>
        [20, 40, 60, 80]
          .map((x, col) =>
            circle(
              x,
              y,
              3 + ((row * 2 + col * 3) % 5) * 1.3,
              (row + col) % 3 === 0 ? p.accent : (row * col) % 2 ? p.second : p.main,
            ),
          )
          .join(''),
      )
      .join(''),
  hexagon: (p) =>
    shape('M50 4L90 27V73L50 96L10 73V27Z', p.main) +
    shape('M50 4L90 27V73L50 50Z', p.second) +
    shape('M50 50L90 73L50 96L10 73Z', p.accent, 0.9) +
    line('M50 50V4M50 50L90 73M50 50L10 73', p.paper, 3),
  tracks: (p) =>
    shape('M50 6C80 6 92 18 92 44V66C92 82 80 88 70 88H30C20 88 8 82 8 66V44C8 18 20 6 50 6Z', p.main) +
    shape('M20 46C20 30 28 22 46 22V52H20Z', p.light) +
    shape('M80 46C80 30 72 22 54 22V52H80Z', p.light) +
    circle(26, 70, 5.5, p.accent) +
    circle(74, 70, 5.5, p.accent) +
    line('M30 92L24 98M70 92L76 98', p.main, 5),
  arrows: (p) =>
    circle(50, 50, 44, p.main) +
    line('M24 40H70M58 26L72 40L58 54', p.light, 7) +
    line('M76 64H34M44 54L33 64L44 76', p.accent, 7),
} satisfies Record<string, Mark>;
