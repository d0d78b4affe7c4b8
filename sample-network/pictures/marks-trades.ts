import type { Mark } from './mark.js';
import { box, circle, ellipse, line, shape, turned } from './shapes.js';

export const tradeMarks = {
  mesa: (p) =>
    circle(50, 50, 44, p.second) +
    circle(66, 36, 12, p.accent) +
    shape('M10 70L24 44H46L54 62L62 52H78L92 66A44 44 0 0 1 10 70Z', p.main) +
    shape('M8 64C30 72 66 62 93 60A44 44 0 0 1 10 70Z', p.shade, 0.28) +
    line('M30 50H42M66 57H74', p.light, 2.6, 0.6),
  solar: (p) =>
    circle(70, 28, 17, p.main) +
    line('M70 2V6M90 8L87 11M96 28H92M50 8L53 11M44 28H48', p.main, 4) +
    shape('M20 46H72L90 88H6Z', p.accent) +
    line('M13.5 67H81M33 46L26 88M46 46V88M59 46L68 88', p.light, 2.6) +
    line('M48 88V97M36 97H60', p.ink, 5),
  receipt: (p) =>
    shape('M22 6H70V88L62 82L54 88L46 82L38 88L30 82L22 88Z', p.main) +
    line('M32 22H60M32 34H52M32 46H58', p.light, 4) +
    circle(68, 68, 21, p.accent) +
    line('M59 68L66 75L78 61', p.light, 5.5),
  villa: (p) =>
    circle(50, 50, 44, p.second, 0.6) +
    shape('M18 54L50 26L82 54V86H18Z', p.light) +
    shape('M10 56L50 20L90 56L84 62L50 33L16 62Z', p.accent) +
    shape('M42 86V66A8 8 0 0 1 58 66V86Z', p.main) +
    box(25, 62, 10, 10, 2, p.main) +
    box(65, 62, 10, 10, 2, p.main) +
    line('M6 88H94', p.main, 5),
  kite: (p) =>
    shape('M6 44L94 8L66 92L48 60Z', p.main) +
    shape('M94 8L48 60L66 92Z', p.second) +
    shape('M48 60L46 84L56 72Z', p.accent) +
    line('M12 76C20 70 26 74 30 68', p.accent, 4),
  pram: (p) =>
    shape('M50 12C76 12 88 30 88 50H50Z', p.main) +
    shape('M50 12L64 50H50ZM70 18L78 50H64Z', p.second) +
    shape('M12 50H88C88 68 74 76 58 76H40C24 76 12 68 12 50Z', p.accent) +
    line('M12 50C10 38 8 34 2 32', p.main, 6) +
    circle(34, 86, 9, p.main) +
    circle(68, 86, 9, p.main) +
    circle(34, 86, 3.4, p.light) +
    circle(68, 86, 3.4, p.light),
  yarn: (p) =>
    line('M14 22L84 84M86 22L20 84', p.accent, 5) +
    circle(14, 22, 6, p.accent) +
    circle(86, 22, 6, p.accent) +
    circle(50, 52, 32, p.main) +
    line('M24 40C38 34 58 50 66 76M34 28C54 28 74 44 78 62M22 58C34 54 46 66 50 82', p.light, 3, 0.75) +
    line('M62 24C48 36 34 56 32 74M78 40C64 44 52 60 46 82', p.second, 3),
  chairlift: (p) =>
    line('M2 26L98 8', p.ink, 4) +
    shape('M0 96L34 58L52 78L70 62L100 96Z', p.second) +
    shape('M34 58L44 69L36 68L31 74L27 66Z', p.light) +
    line('M56 16V40', p.ink, 4) +
    box(36, 38, 42, 36, 10, p.main) +
    box(42, 45, 13, 14, 3, p.light) +
    box(59, 45, 13, 14, 3, p.light) +
    circle(56, 15, 5.5, p.accent),
  kettle: (p) =>
    line('M30 30C32 4 72 4 74 30', p.second, 7) +
    shape('M28 36H72L86 82C88 88 84 92 78 92H26C20 92 16 88 18 82Z', p.main) +
    line('M24 56C14 56 12 46 6 42', p.main, 9) +
    circle(52, 31, 6, p.accent) +
    line('M34 78L42 46', p.light, 5, 0.5) +
    circle(64, 72, 7, p.accent),
  heart: (p) =>
    shape(
      'M50 90C18 68 6 50 6 34C6 18 18 8 30 8C40 8 47 14 50 22C53 14 60 8 70 8C82 8 94 18 94 34C94 50 82 68 50 90Z',
      p.main,
    ) +
    shape('M50 22C53 14 60 8 70 8C82 8 94 18 94 34C94 50 82 68 50 90Z', p.second) +
    circle(50, 46, 15, p.light) +
    line('M44 47C46 52 54 52 56 47', p.main, 3.4) +
    circle(45, 42, 2, p.main) +
    circle(55, 42, 2, p.main),
  pod: (p) =>
    turned(
      -30,
      50,
      50,
      shape('M2 50C16 20 84 20 98 50C84 80 16 80 2 50Z', p.main) +
        shape('M10 50C24 32 76 32 90 50C76 66 24 66 10 50Z', p.ink, 0.25) +
        [26, 42, 58, 74].map((x, i) => circle(x, 50, 9.5 - Math.abs(i - 1.5), i === 1 ? p.accent : p.second)).join('') +
        line('M96 50C100 42 98 36 94 32', p.main, 4),
    ),
  inkwell: (p) =>
    turned(24, 66, 30, shape('M62 2C78 12 78 32 66 52C54 32 54 12 62 2Z', p.second) + line('M65 10V62', p.ink, 2.4)) +
    box(36, 44, 28, 12, 4, p.accent) +
    shape('M34 56H66C82 62 88 74 84 86C82 92 78 94 72 94H28C22 94 18 92 16 86C12 74 18 62 34 56Z', p.main) +
    ellipse(38, 74, 6, 9, p.light, 0.4),
} satisfies Record<string, Mark>;
