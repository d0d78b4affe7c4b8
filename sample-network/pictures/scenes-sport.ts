import { object, type Scene } from './scene.js';
import { around, box, circle, ellipse, line, shape } from './shapes.js';

const wheel = (cx: number, tyre: string, spoke: string) =>
  `<circle cx="${cx}" cy="132" r="36" fill="none" stroke="${tyre}" stroke-width="6"/>` +
  around(10, cx, 132, line(`M${cx} 132V99`, spoke, 1.2)) +
  circle(cx, 132, 5, tyre);

export const sportScenes = {
  bike: object(
    (p) =>
      ellipse(100, 171, 92, 6, p.shade, 0.16) +
      wheel(46, p.shade, p.second) +
      wheel(154, p.shade, p.second) +
      line('M46 132L74 78H132L96 132H46M96 132L68 66', p.accent, 7) +
      line('M154 132L128 58', p.accent, 7) +
      line('M128 58C126 48 138 44 148 50', p.shade, 6) +
      shape('M52 60H84C86 68 80 70 70 70H58C50 70 48 62 52 60Z', p.shade) +
      circle(96, 132, 11, p.shade) +
      circle(96, 132, 5, p.second) +
      line('M96 132L106 148M100 149H114', p.shade, 4.5) +
      shape('M136 66H176L170 98H142Z', '#b98247') +
      line('M140 76H174M141 87H172M150 67L152 97M162 67L161 97', p.shade, 1.6, 0.4) +
      circle(146, 60, 9, '#f0664c') +
      circle(164, 60, 9, p.light) +
      circle(155, 54, 8, p.main) +
      shape('M140 68C146 60 172 60 174 68Z', '#3f9d6b'),
  ),
  watch: object(
    (p) =>
      ellipse(100, 182, 46, 6, p.shade, 0.16) +
      shape('M72 64L80 8H120L128 64Z', p.main) +
      shape('M72 138L80 190H120L128 138Z', p.main) +
      line('M100 18V40M92 164H108M92 174H108', p.shade, 3, 0.4) +
      box(46, 48, 108, 106, 30, p.shade) +
      box(153, 84, 8, 26, 4, p.second) +
      box(54, 56, 92, 90, 24, '#10181f') +
      `<circle cx="100" cy="101" r="36" fill="none" stroke="${p.light}" stroke-width="6" opacity=".16"/>` +
      `<circle cx="100" cy="101" r="36" fill="none" stroke="${p.main}" stroke-width="6" stroke-linecap="round" stroke-dasharray="160 240" transform="rotate(-90 100 101)"/>` +
      `<circle cx="100" cy="101" r="25" fill="none" stroke="${p.accent}" stroke-width="6" stroke-linecap="round" stroke-dasharray="100 240" transform="rotate(-90 100 101)"/>` +
      circle(104, 84, 4.5, p.light) +
      line('M102 92L98 104L104 110L102 120M98 104L91 116M100 95L92 101M101 95L111 101', p.light, 3.6),
  ),
  dumbbell: object(
    (p) =>
      ellipse(100, 158, 92, 7, p.shade, 0.5) +
      box(40, 96, 120, 16, 6, '#cfd6d2') +
      box(40, 96, 120, 6, 3, p.light, 0.7) +
      line('M84 97V111M92 97V111M100 97V111M108 97V111M116 97V111', p.shade, 2, 0.5) +
      [
        [46, 70, 18, 68],
        [28, 60, 18, 88],
        [12, 72, 16, 64],
        [136, 70, 18, 68],
        [154, 60, 18, 88],
        [172, 72, 16, 64],
      ]
        .map(
          ([x = 0, y = 0, w = 0, h = 0], i) =>
            box(x, y, w, h, 6, i % 3 === 1 ? p.main : p.second) + box(x + 2, y + 4, 4, h - 8, 2, p.light, 0.35),
        )
        .join('') +
      shape('M100 78C94 62 102 50 118 46C120 62 112 74 100 78Z', p.accent) +
      line('M100 94C100 84 104 72 112 58', p.accent, 3),
  ),
} satisfies Record<string, Scene>;
