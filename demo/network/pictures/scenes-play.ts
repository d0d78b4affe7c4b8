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
  bottles: object(
    (p) =>
      ellipse(100, 176, 84, 7, p.shade, 0.14) +
      // dropper bottle
      shape(
        'M40 88H76C84 92 86 98 86 106V166C86 172 83 175 77 175H39C33 175 30 172 30 166V106C30 98 32 92 40 88Z',
        p.main,
      ) +
      shape('M68 88H76C84 92 86 98 86 106V166C86 172 83 175 77 175H64C74 156 76 112 68 88Z', p.shade, 0.15) +
      box(44, 66, 28, 22, 4, p.light) +
      shape('M50 66C48 48 50 32 58 30C66 32 68 48 66 66Z', p.accent) +
      box(38, 114, 40, 42, 3, p.light) +
      line('M46 126H70M50 134H66M48 146H68', p.main, 2.4) +
      // tall pump
      box(96, 66, 42, 109, 10, p.light) +
      box(124, 66, 14, 109, 7, p.second, 0.6) +
      box(110, 48, 14, 20, 2, p.second) +
      shape('M92 36H128C134 36 136 40 136 46H120V50H112V46H92C88 46 88 36 92 36Z', p.second) +
      shape('M117 92C128 102 128 118 117 128C106 118 106 102 117 92Z', p.main) +
      line('M106 142H128M110 150H124', p.main, 2.4) +
      // jar
      box(144, 130, 46, 45, 8, p.second) +
      box(142, 118, 50, 16, 5, p.accent) +
      line('M156 152H178', p.light, 4) +
      shape('M18 176C6 150 10 120 26 104C34 128 34 156 18 176Z', '#5fb08f', 0.9) +
      line('M18 176C18 150 22 126 26 108', p.light, 1.6, 0.6),
  ),
  perfume: object(
    (p) =>
      circle(100, 104, 76, p.main, 0.16) +
      ellipse(100, 180, 62, 6, p.shade, 0.6) +
      shape('M48 92L66 70H134L152 92V164C152 174 146 180 136 180H64C54 180 48 174 48 164Z', p.second) +
      shape('M48 118H152V164C152 174 146 180 136 180H64C54 180 48 174 48 164Z', p.main) +
      shape('M120 70H134L152 92V164C152 174 146 180 136 180H118C132 156 132 104 120 70Z', p.shade, 0.25) +
      shape('M58 96L70 80H80L66 100V164H58Z', p.light, 0.45) +
      box(82, 54, 36, 18, 3, p.accent) +
      shape('M100 6L120 26L112 52H88L80 26Z', p.light) +
      shape('M100 6L120 26H80Z', p.accent, 0.7) +
      shape('M100 26L112 52H88Z', p.accent, 0.35) +
      shape('M100 108L116 128L100 148L84 128Z', p.accent) +
      shape('M100 116L109 128L100 140L91 128Z', p.shade),
  ),
  lipstick: object(
    (p) =>
      ellipse(100, 176, 82, 7, p.shade, 0.16) +
      shape('M22 150C22 120 52 108 84 118C88 136 70 160 46 164C32 166 22 160 22 150Z', p.second) +
      shape('M30 150C34 132 54 122 74 124C68 140 54 152 40 154Z', p.light, 0.6) +
      turned(
        10,
        112,
        100,
        shape('M94 84V42C104 26 118 20 130 18V84Z', p.main) +
          shape('M94 42C104 26 118 20 130 18C128 32 114 44 94 52Z', p.second) +
          box(90, 80, 44, 30, 3, p.accent) +
          box(90, 80, 12, 30, 3, p.light, 0.45) +
          box(84, 106, 56, 68, 5, p.shade) +
          box(90, 112, 8, 56, 4, p.light, 0.25) +
          line('M84 118H140', p.accent, 3),
      ) +
      circle(166, 60, 5, p.accent) +
      circle(178, 84, 3, p.main) +
      circle(52, 60, 4, p.main),
  ),
} satisfies Record<string, Scene>;
