import { object, type Scene } from './scene.js';
import { box, circle, ellipse, line, shape, turned } from './shapes.js';

export const beautyScenes = {
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
