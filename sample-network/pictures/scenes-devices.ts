import { object, type Scene } from './scene.js';
import { box, circle, ellipse, line, placed, shape, turned } from './shapes.js';

export const deviceScenes = {
  headphones: object(
    (p) =>
      ellipse(100, 178, 70, 7, p.shade, 0.16) +
      `<path d="M38 112C32 24 168 24 162 112" fill="none" stroke="${p.main}" stroke-width="16" stroke-linecap="round"/>` +
      `<path d="M54 70C66 42 134 42 146 70" fill="none" stroke="${p.second}" stroke-width="6" stroke-linecap="round"/>` +
      box(20, 98, 40, 66, 19, p.main) +
      box(140, 98, 40, 66, 19, p.main) +
      box(48, 94, 22, 74, 11, p.shade) +
      box(130, 94, 22, 74, 11, p.shade) +
      box(26, 110, 7, 40, 3.5, p.light, 0.45) +
      circle(163, 131, 9, p.accent) +
      line('M100 104V134M86 112V126M114 112V126M76 116V122M124 116V122', p.accent, 6),
  ),
  camera: object(
    (p) =>
      ellipse(100, 166, 86, 7, p.shade, 0.16) +
      shape('M66 62L76 40H124L134 62Z', p.shade) +
      box(16, 58, 168, 104, 16, p.shade) +
      box(16, 78, 168, 62, 0, p.main) +
      line('M24 88H176M24 98H176M24 108H176M24 118H176M24 128H176', p.shade, 1.2, 0.18) +
      box(26, 48, 28, 12, 4, p.accent) +
      circle(156, 70, 5, p.accent) +
      circle(100, 110, 46, p.light) +
      circle(100, 110, 41, p.shade) +
      circle(100, 110, 31, '#16303a') +
      circle(100, 110, 22, p.main) +
      circle(100, 110, 12, '#0b1e26') +
      shape('M82 98A22 22 0 0 1 104 88L96 98A12 12 0 0 0 88 108Z', p.light, 0.7) +
      circle(110, 120, 4, p.light, 0.6),
  ),
  phone: object(
    (p) =>
      ellipse(104, 184, 58, 6, p.shade, 0.16) +
      turned(
        8,
        100,
        100,
        box(56, 10, 88, 170, 18, p.shade) +
          box(62, 16, 76, 158, 13, p.accent) +
          shape('M62 120C80 100 104 140 138 108V161A13 13 0 0 1 125 174H75A13 13 0 0 1 62 161Z', p.main) +
          circle(108, 66, 20, p.second) +
          box(86, 22, 28, 6, 3, p.shade) +
          box(72, 140, 56, 10, 5, p.light) +
          box(72, 156, 34, 8, 4, p.light, 0.6),
      ) +
      turned(
        -14,
        150,
        130,
        box(130, 112, 52, 40, 7, p.light) +
          shape('M130 119A7 7 0 0 1 137 112H170L182 124V145A7 7 0 0 1 175 152H137A7 7 0 0 1 130 145Z', p.light) +
          box(142, 124, 22, 18, 4, p.main) +
          line('M142 133H164M153 124V142', p.shade, 1.6),
      ),
  ),
  desk: object(
    (p) =>
      box(28, 22, 144, 98, 8, p.shade) +
      box(34, 28, 132, 82, 3, '#fbfaf6') +
      line('M48 44H110M48 54H132M48 64H124M48 74H96', p.second, 4) +
      box(48, 86, 40, 12, 3, p.accent) +
      shape('M112 106L128 82L140 96L148 88L160 106Z', p.main, 0.5) +
      circle(146, 78, 6, p.accent, 0.7) +
      shape('M88 120H112L116 148H84Z', p.main) +
      box(72, 146, 56, 6, 3, p.main) +
      box(4, 152, 192, 10, 4, '#b08a5c') +
      box(4, 158, 192, 4, 2, p.shade, 0.2) +
      line('M26 162L20 182M174 162L180 182', '#8a6a42', 6) +
      box(146, 128, 20, 24, 4, p.accent) +
      line('M166 134C174 134 174 146 166 146', p.accent, 4) +
      shape('M24 152V136H46V152Z', p.light) +
      shape('M35 136C22 124 26 106 35 98C44 106 48 124 35 136Z', '#5c8c50') +
      shape('M35 136C44 124 58 124 62 116C58 134 48 138 35 136Z', '#7aa56c'),
  ),
  guitar: object(
    (p) =>
      ellipse(92, 184, 60, 6, p.shade, 0.18) +
      placed(
        14,
        26,
        0.84,
        turned(
          24,
          100,
          100,
          box(92, -18, 16, 96, 3, '#5a3418') +
            shape('M88 -26H112L110 -4H90Z', p.shade) +
            [-20, -12].map((y) => circle(86, y, 3, p.light) + circle(114, y, 3, p.light)).join('') +
            line('M93 6H107M93 20H107M93 34H107M93 48H107', p.light, 1.4) +
            shape(
              'M100 66C124 58 142 74 136 96C132 110 148 120 146 148C144 178 122 190 100 190S56 178 54 148C52 120 68 110 64 96C58 74 76 58 100 66Z',
              p.main,
            ) +
            shape(
              'M100 66C124 58 142 74 136 96C132 110 148 120 146 148C144 178 122 190 100 190C124 168 118 98 100 66Z',
              p.accent,
              0.45,
            ) +
            circle(100, 116, 21, p.shade) +
            `<circle cx="100" cy="116" r="24" fill="none" stroke="${p.light}" stroke-width="2"/>` +
            box(80, 156, 40, 9, 3, p.shade) +
            line('M96 -4V158M100 -4V158M104 -4V158', p.light, 0.9),
        ),
      ) +
      line('M28 60C36 50 30 42 40 34M170 150C178 142 172 134 182 126', p.accent, 3) +
      circle(26, 62, 5, p.accent),
  ),
  laptop: object(
    (p) =>
      ellipse(100, 170, 92, 6, p.shade, 0.35) +
      box(34, 44, 132, 96, 10, p.shade) +
      box(41, 51, 118, 82, 4, '#1d1030') +
      circle(50, 60, 2.6, '#ff6b6b') +
      circle(58, 60, 2.6, p.accent) +
      circle(66, 60, 2.6, '#7bd88f') +
      line('M52 76H68', p.accent, 4) +
      line('M76 76H108', p.second, 4) +
      line('M62 88H96M104 88H124', '#7bd88f', 4) +
      line('M62 100H84', p.second, 4) +
      line('M92 100H132', p.light, 4, 0.8) +
      line('M52 112H60M68 112H98', p.accent, 4) +
      line('M52 124H72', p.second, 4) +
      box(78, 121, 4, 8, 1, p.light) +
      shape('M14 140H186L192 156C193 160 190 162 186 162H14C10 162 7 160 8 156Z', p.second) +
      shape('M82 140H118L120 147H80Z', p.shade, 0.25) +
      turned(
        -8,
        166,
        62,
        box(136, 22, 54, 36, 12, p.accent) +
          shape('M150 56L146 70L164 57Z', p.accent) +
          line('M152 33L144 40L152 47M174 33L182 40L174 47M166 31L160 49', p.light, 3.4),
      ),
  ),
} satisfies Record<string, Scene>;
