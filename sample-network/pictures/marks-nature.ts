import type { Mark } from './mark.js';
import { around, box, circle, ellipse, line, shape, turned } from './shapes.js';

const leafPath = 'M50 8C78 22 88 48 80 74C58 84 30 76 18 50C20 28 34 14 50 8Z';

export const natureMarks = {
  leaf: (p) =>
    turned(20, 50, 50, shape(leafPath, p.main) + shape('M50 8C78 22 88 48 80 74Z', p.second)) +
    line('M30 88C40 66 52 48 66 32', p.light, 3.5),
  moon: (p) =>
    circle(50, 50, 42, p.main) +
    shape('M62 14A38 38 0 1 0 86 62A32 32 0 1 1 62 14Z', p.light) +
    circle(70, 34, 3.4, p.accent) +
    circle(80, 48, 2, p.accent),
  rings: (p) =>
    [44, 35, 26.5, 18.5, 11]
      .map((r, i) => ellipse(50 - i * 1.6, 50 + i * 1.2, r, r * 0.96, i % 2 ? p.second : p.main))
      .join('') + circle(43, 55, 4, p.paper),
  waves: (p) =>
    circle(50, 50, 44, p.main) +
    shape('M8 46C18 36 28 36 38 46S58 56 68 46S84 36 92 42A44 44 0 0 1 50 94A44 44 0 0 1 7 58Z', p.second) +
    shape('M9 66C20 56 30 56 40 66S60 76 70 66S84 58 90 62A44 44 0 0 1 10 68Z', p.light) +
    circle(66, 28, 8, p.accent),
  sun: (p) => circle(50, 50, 42, p.main) + line('M20 60C34 52 44 68 60 58S80 54 86 62', p.light, 3),
  sunrise: (p) =>
    shape('M6 66A44 44 0 0 1 94 66Z', p.main) +
    shape('M22 66A28 28 0 0 1 78 66Z', p.accent) +
    shape('M36 66A14 14 0 0 1 64 66Z', p.light) +
    box(6, 72, 88, 5, 2.5, p.main) +
    box(20, 81, 60, 5, 2.5, p.main, 0.7) +
    box(34, 90, 32, 5, 2.5, p.main, 0.4),
  flower: (p) =>
    around(8, 50, 50, ellipse(50, 24, 11, 20, p.main)) +
    around(8, 50, 50, ellipse(50, 32, 4, 10, p.second)) +
    circle(50, 50, 11, p.accent),
  petals: (p) =>
    around(5, 50, 50, shape('M50 50C34 36 36 12 50 8C64 12 66 36 50 50Z', p.main, 0.85)) +
    around(5, 50, 50, line('M50 44V24', p.light, 2)) +
    circle(50, 50, 6, p.accent),
  lotus: (p) =>
    shape('M50 18C66 34 66 60 50 76C34 60 34 34 50 18Z', p.main) +
    shape('M50 76C36 74 22 62 20 38C36 42 48 56 50 76Z', p.second) +
    shape('M50 76C64 74 78 62 80 38C64 42 52 56 50 76Z', p.second) +
    shape('M50 78C34 82 14 76 6 60C22 56 40 62 50 78Z', p.accent) +
    shape('M50 78C66 82 86 76 94 60C78 56 60 62 50 78Z', p.accent),
  drop: (p) =>
    shape('M50 6C66 30 82 44 82 64A32 32 0 0 1 18 64C18 44 34 30 50 6Z', p.main) +
    shape('M50 6C66 30 82 44 82 64A32 32 0 0 1 50 96Z', p.second) +
    line('M32 66A18 18 0 0 0 48 82', p.light, 4.5),
  peaks: (p) =>
    circle(66, 30, 13, p.accent) +
    shape('M4 86L38 26L72 86Z', p.main) +
    shape('M38 26L50 47L42 43L37 50L30 42L25 49Z', p.light) +
    shape('M46 86L70 46L96 86Z', p.second) +
    shape('M70 46L78 58L70 56L64 62L62 59Z', p.light),
  tree: (p) =>
    shape('M50 6L74 42H62L82 70H18L38 42H26Z', p.main) +
    shape('M50 6L74 42H62L82 70H50Z', p.second) +
    box(45, 70, 10, 22, 2, p.accent),
  bird: (p) =>
    shape(
      'M10 56C24 24 58 18 74 40C82 36 88 36 94 40C86 44 82 50 80 56C74 80 44 92 18 76C34 74 42 68 46 60C30 64 18 62 10 56Z',
      p.main,
    ) +
    shape('M46 60C38 50 40 38 52 32C58 46 56 54 46 60Z', p.second) +
    circle(70, 44, 3, p.light) +
    shape('M94 40L82 38L84 48Z', p.accent),
  hive: (p) =>
    [
      [50, 26],
      [29, 38],
      [71, 38],
      [50, 50],
      [29, 62],
      [71, 62],
      [50, 74],
    ]
      .map(([x = 0, y = 0], i) => hexagonAt(x, y, 13, i === 3 ? p.accent : i % 2 ? p.second : p.main))
      .join('') + shape('M50 74m-5 0c0 12 10 12 10 0z', p.main),
  paw: (p) =>
    ellipse(50, 66, 24, 20, p.main) +
    ellipse(20, 46, 9, 12, p.main) +
    ellipse(40, 28, 10, 14, p.second) +
    ellipse(62, 28, 10, 14, p.main) +
    ellipse(81, 46, 9, 12, p.main) +
    ellipse(44, 68, 7, 5, p.light, 0.35),
} satisfies Record<string, Mark>;

function hexagonAt(x: number, y: number, r: number, fill: string): string {
  const points = [30, 90, 150, 210, 270, 330].map((angle) => {
    const at = (angle * Math.PI) / 180;
    return `${(x + r * Math.cos(at)).toFixed(1)} ${(y + r * Math.sin(at)).toFixed(1)}`;
  });
  return shape(`M${points.join('L')}Z`, fill);
}
