import { object, type Scene } from './scene.js';
import { box, circle, ellipse, line, shape, turned } from './shapes.js';

const frond = (x: number, y: number, angle: number, length: number, fill: string) =>
  turned(
    angle,
    x,
    y,
    shape(
      `M${x} ${y}C${x - 15} ${y - length * 0.4} ${x - 11} ${y - length * 0.8} ${x} ${y - length}C${x + 11} ${y - length * 0.8} ${x + 15} ${y - length * 0.4} ${x} ${y}Z`,
      fill,
    ),
  );

export const homeScenes = {
  pots: object(
    (p) =>
      ellipse(100, 173, 84, 8, p.shade, 0.16) +
      // the tall plant
      frond(78, 112, -46, 72, p.accent) +
      frond(78, 112, 44, 70, p.accent) +
      frond(78, 112, -18, 92, '#3f6148') +
      frond(78, 112, 20, 88, p.accent) +
      frond(78, 112, 2, 100, '#4f7552') +
      line('M78 112V26M78 112L60 40M78 112L100 38', p.light, 1.6, 0.35) +
      shape('M44 108H112L103 162C102 170 98 172 92 172H64C58 172 54 170 53 162Z', p.main) +
      shape('M90 108H112L103 162C102 170 98 172 92 172H82C90 160 92 130 90 108Z', p.shade, 0.16) +
      box(40, 100, 76, 14, 5, p.main) +
      box(40, 100, 76, 5, 2.5, p.light, 0.25) +
      shape('M50 134C62 128 72 140 84 134S100 130 108 134L106 144C96 138 88 148 76 143S58 140 51 144Z', p.light, 0.5) +
      // the small one
      [-34, -12, 12, 34].map((angle) => frond(148, 134, angle, 38, angle > 0 ? p.accent : '#3f6148')).join('') +
      shape('M124 132H172V152C172 166 162 172 148 172S124 166 124 152Z', p.second) +
      shape('M156 132H172V152C172 166 162 172 150 172C158 164 158 148 156 132Z', p.shade, 0.1) +
      box(121, 127, 54, 9, 4, p.light),
  ),
  lamp: object(
    (p) =>
      shape('M46 100L8 176H192L154 100Z', p.accent, 0.16) +
      shape('M58 100L34 176H166L142 100Z', p.accent, 0.2) +
      line('M100 0V44', p.second, 3) +
      box(88, 40, 24, 14, 4, p.second) +
      shape('M92 52H108C136 56 158 76 162 100H38C42 76 64 56 92 52Z', p.main) +
      shape('M104 52C132 56 158 76 162 100H124C124 80 116 62 104 52Z', p.shade, 0.25) +
      line('M54 92C58 78 70 66 84 62', p.light, 4, 0.45) +
      ellipse(100, 100, 62, 7, p.accent) +
      ellipse(100, 101, 26, 4, p.light) +
      ellipse(100, 176, 92, 7, p.accent, 0.25),
  ),
  sofa: object(
    (p) =>
      ellipse(100, 172, 92, 7, p.shade, 0.35) +
      line('M160 164V58', p.second, 3) +
      shape('M140 60L148 28H172L180 60Z', p.accent) +
      shape('M163 28H172L180 60H168Z', p.shade, 0.14) +
      box(32, 76, 112, 66, 18, p.main) +
      line('M88 82V120', p.shade, 1.6, 0.35) +
      box(34, 112, 54, 34, 10, p.second) +
      box(88, 112, 54, 34, 10, p.second) +
      shape(
        'M42 112H80A8 8 0 0 1 88 120V124H34V120A8 8 0 0 1 42 112ZM96 112H134A8 8 0 0 1 142 120V124H88V120A8 8 0 0 1 96 112Z',
        p.light,
        0.16,
      ) +
      box(12, 98, 28, 60, 13, p.main) +
      box(136, 98, 28, 60, 13, p.main) +
      box(20, 142, 136, 18, 6, p.main) +
      box(20, 150, 136, 10, 5, p.shade, 0.2) +
      line('M30 160L27 172M146 160L149 172', p.accent, 5) +
      turned(14, 58, 102, box(44, 84, 34, 34, 7, p.accent) + line('M50 92H72M50 101H72M50 110H72', p.light, 2, 0.6)) +
      turned(-10, 118, 104, box(102, 88, 32, 32, 7, p.light)),
  ),
  pan: object(
    (p) =>
      ellipse(104, 168, 78, 9, p.shade, 0.16) +
      line('M58 40C50 30 64 24 57 12M84 36C76 26 90 20 83 8M110 40C102 30 116 24 109 12', p.second, 4.5, 0.9) +
      turned(
        -14,
        84,
        110,
        box(150, 92, 62, 14, 7, p.shade) + circle(203, 99, 3.4, p.paper) + box(144, 90, 20, 18, 5, '#5a4a48'),
      ) +
      ellipse(84, 112, 76, 54, p.shade) +
      ellipse(84, 106, 76, 54, '#4b4142') +
      ellipse(84, 106, 66, 45, '#2d2627') +
      shape('M46 110C40 90 62 76 84 80C108 72 132 88 124 108C128 130 104 138 86 132C64 140 44 130 46 110Z', p.light) +
      circle(80, 106, 17, p.accent) +
      ellipse(75, 100, 6, 4, p.light, 0.75) +
      circle(112, 92, 3, p.main) +
      circle(118, 122, 2.6, p.main) +
      circle(58, 124, 2.6, '#5c8c50') +
      circle(100, 128, 2.2, '#5c8c50') +
      line('M16 92C22 76 38 64 56 60', p.light, 3, 0.3),
  ),
  candle: object(
    (p) =>
      circle(100, 56, 52, p.accent, 0.14) +
      circle(100, 56, 34, p.accent, 0.2) +
      ellipse(100, 174, 62, 8, p.shade, 0.4) +
      shape('M100 26C114 44 118 54 112 66C108 74 92 74 88 66C82 54 92 46 100 26Z', p.accent) +
      shape('M100 46C107 56 108 62 104 68C102 71 98 71 96 68C92 62 96 56 100 46Z', p.light) +
      line('M100 68V84', p.ink, 2.6) +
      shape('M52 88H148V156C148 168 140 174 128 174H72C60 174 52 168 52 156Z', p.main) +
      shape('M116 88H148V156C148 168 140 174 128 174H104C116 164 118 124 116 88Z', p.shade, 0.28) +
      ellipse(100, 88, 48, 9, p.second) +
      ellipse(100, 89, 40, 6, p.light) +
      box(70, 112, 60, 38, 4, p.light) +
      line('M84 124H116M80 132H120M88 140H112', p.main, 2.4) +
      line('M60 104V150', p.light, 3, 0.35),
  ),
} satisfies Record<string, Scene>;
