import { object, type Scene } from './scene.js';
import { box, circle, ellipse, line, shape, turned } from './shapes.js';

export const playScenes = {
  blocks: object(
    (p) =>
      ellipse(100, 176, 88, 7, p.shade, 0.16) +
      box(20, 124, 50, 50, 6, p.main) +
      circle(45, 149, 15, p.light) +
      box(74, 124, 50, 50, 6, p.accent) +
      shape('M99 134L115 164H83Z', p.light) +
      box(128, 124, 50, 50, 6, '#e07a5f') +
      box(140, 136, 26, 26, 4, p.light) +
      box(46, 72, 50, 50, 6, '#f2cc6b') +
      shape('M71 82L75 93L87 93L78 100L81 112L71 105L61 112L64 100L55 93L67 93Z', p.light) +
      shape('M100 122V96A26 26 0 0 1 152 96V122H138V98A12 12 0 0 0 114 98V122Z', '#81a39a') +
      shape('M40 70L71 26L102 70Z', '#c8553d') +
      shape('M71 26L102 70H78Z', p.shade, 0.14) +
      circle(126, 58, 14, '#3d6d8c') +
      circle(121, 53, 4, p.light, 0.6) +
      [20, 74, 128].map((x) => box(x, 124, 50, 7, 3.5, p.light, 0.3)).join(''),
  ),
  castle: object(
    (p) =>
      ellipse(100, 176, 90, 7, p.shade, 0.18) +
      [
        [22, 78, 40, 98, p.main],
        [138, 78, 40, 98, p.main],
        [70, 54, 60, 122, p.second],
        [58, 112, 84, 64, p.second],
      ]
        .map(([x, y, w, h, fill]) => box(Number(x), Number(y), Number(w), Number(h), 2, String(fill)))
        .join('') +
      [22, 36, 50, 138, 152, 166].map((x) => box(x, 66, 11, 14, 2, p.main)).join('') +
      [70, 86, 102, 119].map((x) => box(x, 42, 11, 14, 2, p.second)).join('') +
      line(
        'M22 102H62M22 126H62M22 150H62M138 102H178M138 126H178M138 150H178M42 80V102M32 102V126M52 102V126M42 126V150M158 80V102M148 102V126M168 102V126M158 126V150',
        p.shade,
        1.6,
        0.28,
      ) +
      line('M70 78H130M70 100H130M100 56V78M84 78V100M116 78V100', p.shade, 1.6, 0.22) +
      shape('M82 176V146A18 18 0 0 1 118 146V176Z', p.shade) +
      line('M90 176V134M100 176V128M110 176V134M82 150H118M82 163H118', p.accent, 1.8) +
      shape('M36 120V110A6 6 0 0 1 48 110V120ZM152 120V110A6 6 0 0 1 164 110V120Z', p.shade) +
      circle(100, 72, 9, p.accent) +
      line('M100 42V12M42 66V44M158 66V44', p.shade, 2.6) +
      shape('M100 12L126 20L100 28Z', p.accent) +
      shape('M42 44L60 50L42 56ZM158 44L176 50L158 56Z', '#d9473f'),
  ),
  balloons: object(
    (p) =>
      line('M64 96C74 130 92 142 98 184M134 92C126 130 106 144 100 184M100 76C98 120 102 150 99 184', p.ink, 1.8, 0.6) +
      [
        [60, 62, '#f0664c'],
        [138, 58, p.main],
        [100, 44, p.accent],
      ]
        .map(
          ([x, y, fill]) =>
            ellipse(Number(x), Number(y), 32, 38, String(fill)) +
            shape(
              `M${Number(x) - 5} ${Number(y) + 42}L${x} ${Number(y) + 35}L${Number(x) + 5} ${Number(y) + 42}Z`,
              String(fill),
            ) +
            ellipse(Number(x) - 11, Number(y) - 14, 6, 10, p.light, 0.5),
        )
        .join('') +
      box(66, 146, 68, 40, 5, p.light) +
      box(60, 138, 80, 14, 4, '#f0664c') +
      box(93, 138, 14, 48, 0, p.accent) +
      shape('M100 140C84 120 74 134 82 140ZM100 140C116 120 126 134 118 140Z', p.accent) +
      [
        [26, 120, 20],
        [168, 128, -20],
        [40, 160, 50],
        [160, 168, 10],
        [24, 30, 40],
        [176, 20, -30],
      ]
        .map(([x = 0, y = 0, a = 0], i) => turned(a, x, y, box(x - 4, y - 4, 8, 8, 1.5, i % 2 ? p.accent : '#f0664c')))
        .join('') +
      circle(20, 88, 4, p.main) +
      circle(182, 96, 4, p.main),
  ),
} satisfies Record<string, Scene>;
