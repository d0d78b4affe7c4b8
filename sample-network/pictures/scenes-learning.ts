import { object, type Scene } from './scene.js';
import { box, circle, ellipse, line, shape, turned } from './shapes.js';

export const learningScenes = {
  books: object(
    (p) =>
      ellipse(100, 176, 84, 7, p.shade, 0.16) +
      box(26, 146, 142, 28, 5, p.main) +
      box(36, 151, 132, 18, 2, p.light) +
      line('M44 156H160M44 162H160', p.second, 1.4) +
      box(40, 118, 128, 28, 5, '#2f6f73') +
      box(40, 123, 118, 18, 2, p.light) +
      line('M48 128H152M48 134H152', p.second, 1.4) +
      box(30, 92, 120, 26, 5, p.accent) +
      box(40, 97, 110, 16, 2, p.light) +
      line('M48 102H142M48 108H142', p.second, 1.4) +
      // a lantern folded from a page
      line('M96 4V20', p.ink, 2.4) +
      shape('M72 26C72 20 120 20 120 26V84C120 90 72 90 72 84Z', p.second) +
      shape('M72 26C72 20 120 20 120 26V84C120 90 72 90 72 84Z', p.accent, 0.35) +
      line('M84 22V88M96 21V89M108 22V88', p.main, 1.6, 0.5) +
      box(78, 16, 36, 8, 3, p.main) +
      box(78, 84, 36, 8, 3, p.main) +
      ellipse(96, 56, 12, 20, p.light, 0.7),
  ),
  speech: object(
    (p) =>
      ellipse(100, 182, 60, 6, p.shade, 0.12) +
      shape(
        'M30 20H124C138 20 146 28 146 42V84C146 98 138 106 124 106H72L44 130V106H30C16 106 8 98 8 84V42C8 28 16 20 30 20Z',
        p.main,
      ) +
      shape(
        'M96 78H170C184 78 192 86 192 100V138C192 152 184 160 170 160H160V182L136 160H96C82 160 74 152 74 138V100C74 86 82 78 96 78Z',
        p.light,
      ) +
      line('M36 88L56 38L76 88M44 72H68', p.light, 8) +
      line('M116 100H152M134 92V100M146 100C142 122 130 136 112 142M120 112C126 128 138 138 154 142', p.main, 6.5) +
      circle(170, 50, 12, p.accent) +
      circle(176, 26, 5, p.second),
  ),
  piano: object(
    (p) =>
      shape('M16 150C10 90 40 54 84 58C112 60 118 34 150 36C182 38 190 66 188 96L184 150Z', p.main) +
      shape('M26 144C22 96 46 66 84 69C118 72 124 46 150 47C174 48 179 70 177 96L174 144Z', p.shade) +
      line('M50 130L70 84M70 134L92 78M92 136L116 74M114 136L138 64M136 136L154 62', p.second, 1.6, 0.8) +
      box(10, 138, 180, 30, 4, p.main) +
      box(18, 144, 164, 22, 2, p.light) +
      Array.from({ length: 13 }, (_, i) => line(`M${30 + i * 12} 146V165`, p.shade, 1, 0.6)).join('') +
      [1, 2, 4, 5, 6, 8, 9, 11, 12].map((i) => box(15.5 + i * 12, 144, 7, 13, 1.5, p.shade)).join('') +
      line('M30 168V186M170 168V186', p.main, 6) +
      line('M58 40V18L78 12V32', p.accent, 3.4) +
      circle(53, 41, 6, p.accent) +
      circle(73, 34, 6, p.accent),
  ),
  crayons: object(
    (p) =>
      ['#f0664c', '#f2b23e', '#2f9c95', '#4a8ae0', '#8060d0']
        .map((colour, i) =>
          turned(
            -28 + i * 14,
            100,
            190,
            box(88, 56, 24, 110, 4, colour) +
              shape(`M88 58L96 26H104L112 58Z`, colour) +
              box(88, 70, 24, 76, 0, p.light, 0.28) +
              line('M88 76H112M88 140H112', p.shade, 2.4, 0.5) +
              shape('M95 34L97 26H103L105 34Z', p.light, 0.5),
          ),
        )
        .join('') +
      shape('M50 138H150L142 192H58Z', p.main) +
      shape('M50 138H150L148 152H52Z', p.light, 0.4) +
      circle(100, 170, 11, p.light) +
      circle(100, 170, 5, p.accent),
  ),
} satisfies Record<string, Scene>;
