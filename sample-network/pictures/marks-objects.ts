import type { Mark } from './mark.js';
import { around, box, circle, ellipse, line, shape, turned } from './shapes.js';

export const objectMarks = {
  bolt: (p) => circle(50, 50, 44, p.main) + shape('M58 12L26 56H46L40 88L74 42H54Z', p.accent),
  keyhole: (p) =>
    box(12, 8, 76, 84, 30, p.main) +
    circle(50, 42, 15, p.accent) +
    shape('M44 48L38 76H62L56 48Z', p.accent) +
    circle(50, 42, 6, p.main),
  anchor: (p) =>
    line('M50 24V86M34 38H66', p.main, 8) +
    line('M14 56C16 78 34 86 50 86S84 78 86 56', p.main, 8) +
    circle(50, 17, 10, p.accent) +
    circle(50, 17, 4, p.paper) +
    shape('M4 62L16 46L28 62ZM72 62L84 46L96 62Z', p.main),
  nib: (p) =>
    shape('M50 92L22 40L38 8H62L78 40Z', p.main) +
    shape('M50 92L78 40L62 8H50Z', p.second) +
    circle(50, 46, 7, p.paper) +
    line('M50 54V86', p.paper, 3),
  compass: (p) =>
    circle(50, 50, 44, p.main) +
    circle(50, 50, 35, p.paper) +
    around(4, 50, 50, box(48.5, 17, 3, 8, 1, p.second)) +
    turned(35, 50, 50, shape('M50 18L59 50H41Z', p.accent) + shape('M50 82L59 50H41Z', p.main)) +
    circle(50, 50, 5, p.light),
  globe: (p) =>
    circle(50, 46, 36, p.main) +
    shape('M24 30C36 20 46 30 40 40C34 50 24 52 18 62A36 36 0 0 1 24 30Z', p.second) +
    shape('M58 16C76 22 86 36 85 50C76 58 62 56 58 44C56 34 66 30 58 16Z', p.second) +
    line('M14 66A44 44 0 0 0 92 34', p.accent, 5) +
    line('M50 86V94M34 95H66', p.accent, 5),
  horseshoe: (p) =>
    line('M30 86C8 56 18 16 50 16S92 56 70 86', p.main, 17) +
    [
      [25, 64],
      [22, 44],
      [33, 25],
      [67, 25],
      [78, 44],
      [75, 64],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 2.6, p.paper))
      .join('') +
    circle(50, 56, 9, p.accent),
  bone: (p) =>
    turned(
      -35,
      50,
      50,
      box(24, 41, 52, 18, 6, p.main) +
        circle(22, 40, 13, p.main) +
        circle(22, 60, 13, p.main) +
        circle(78, 40, 13, p.main) +
        circle(78, 60, 13, p.main),
    ) + circle(24, 82, 6, p.accent),
  cross: (p) =>
    box(8, 8, 84, 84, 26, p.main) +
    box(42, 24, 16, 52, 6, p.light) +
    box(24, 42, 52, 16, 6, p.light) +
    circle(76, 24, 9, p.accent),
  cup: (p) =>
    line('M34 30C28 22 40 18 34 8M52 30C46 22 58 18 52 8', p.second, 5) +
    shape('M14 38H74C74 70 66 88 44 88S14 70 14 38Z', p.main) +
    line('M74 46C92 42 94 68 68 70', p.main, 7) +
    shape('M14 38H74L73 47H15Z', p.accent) +
    box(8, 90, 72, 5, 2.5, p.main),
  flag: (p) =>
    shape('M10 82C30 66 70 66 90 82V92H10Z', p.second) +
    box(44, 8, 5, 76, 2, p.ink) +
    shape('M49 10C62 4 70 18 86 10V40C70 48 62 34 49 40Z', p.accent) +
    ellipse(46, 82, 12, 4, p.main),
  hatch: (p) =>
    shape('M50 6C72 6 84 40 84 58A34 34 0 0 1 16 58C16 40 28 6 50 6Z', p.light) +
    shape('M16 56L28 48L38 60L50 48L62 60L72 48L84 56A34 34 0 0 1 16 58Z', p.main) +
    circle(40, 34, 4, p.ink) +
    circle(60, 34, 4, p.ink) +
    shape('M50 38L56 43L50 48L44 43Z', p.accent),
  arch: (p) =>
    shape('M10 94V50A40 40 0 0 1 90 50V94H74V52A24 24 0 0 0 26 52V94Z', p.main) +
    shape('M34 94V54A16 16 0 0 1 66 54V94Z', p.second) +
    shape('M50 14L53 22L61 22L55 27L57 35L50 30L43 35L45 27L39 22L47 22Z', p.accent),
  star: (p) =>
    box(18, 18, 64, 64, 3, p.main) +
    turned(45, 50, 50, box(18, 18, 64, 64, 3, p.second, 0.9)) +
    around(8, 50, 50, shape('M50 50L44 28L50 18L56 28Z', p.accent)) +
    circle(50, 50, 9, p.light),
  spark: (p) =>
    shape('M50 4C54 36 64 46 96 50C64 54 54 64 50 96C46 64 36 54 4 50C36 46 46 36 50 4Z', p.main) +
    shape('M80 8C82 18 84 20 94 22C84 24 82 26 80 36C78 26 76 24 66 22C76 20 78 18 80 8Z', p.accent) +
    shape('M22 68C24 76 26 78 34 80C26 82 24 84 22 92C20 84 18 82 10 80C18 78 20 76 22 68Z', p.second),
  monogram: (p, initial) =>
    circle(50, 50, 45, p.main) +
    circle(50, 50, 39, p.paper) +
    circle(50, 50, 36, p.main, 0.18) +
    `<text x="50" y="68" text-anchor="middle" font-family="Georgia, 'Liberation Serif', serif" font-size="52" fill="${p.accent}">${initial}</text>`,
} satisfies Record<string, Mark>;
