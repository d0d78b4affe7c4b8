import { object, type Scene } from './scene.js';
import { around, box, circle, ellipse, line, shape, turned } from './shapes.js';

export const fashionScenes = {
  bag: object(
    (p) =>
      ellipse(100, 174, 76, 8, p.shade, 0.18) +
      line('M68 78C66 18 134 18 132 78', p.accent, 8) +
      shape('M36 70H164L176 160C177 169 172 174 164 174H36C28 174 23 169 24 160Z', p.main) +
      shape('M132 70H164L176 160C177 169 172 174 164 174H134C142 150 140 104 132 70Z', p.shade, 0.14) +
      shape('M36 70H164L168 100C140 118 60 118 32 100Z', p.accent) +
      shape('M36 70H164L165 78H35Z', p.light, 0.2) +
      box(88, 98, 24, 28, 6, p.second) +
      circle(100, 112, 5, p.accent) +
      line('M34 164H166', p.light, 2, 0.5) +
      turned(
        12,
        150,
        110,
        line('M146 84C140 100 160 104 154 124', p.second, 2.4) + shape('M146 122L164 122L160 142L150 142Z', p.light),
      ),
  ),
  sneaker: object(
    (p) =>
      ellipse(100, 168, 92, 7, p.shade, 0.16) +
      shape(
        'M18 92C30 98 46 96 56 76L72 62C84 78 100 92 126 106C150 114 184 116 188 144H16C12 124 12 106 18 92Z',
        p.main,
      ) +
      shape('M126 106C150 114 184 116 188 144H132C140 132 138 118 126 106Z', p.light) +
      shape('M18 92C30 98 46 96 56 76L64 69C62 92 44 116 15 116C14 106 16 98 18 92Z', p.accent) +
      shape('M62 128C84 132 100 118 108 98L120 104C114 126 96 142 66 140Z', p.light) +
      line('M78 74L94 66M88 84L104 75M99 93L115 84', p.shade, 4) +
      line('M72 62C68 50 78 44 86 54L98 68', p.second, 7) +
      shape('M12 142H190C194 156 188 162 176 162H28C16 162 10 156 12 142Z', p.light) +
      shape('M12 151H191C191 158 186 162 176 162H28C18 162 12 158 12 151Z', p.second) +
      line('M44 156V161M64 156V161M84 156V161M104 156V161M124 156V161M144 156V161M164 156V161', p.main, 3),
  ),
  ring: object(
    (p) =>
      ellipse(100, 176, 62, 6, p.shade, 0.16) +
      `<circle cx="100" cy="122" r="46" fill="none" stroke="${p.accent}" stroke-width="12"/>` +
      `<circle cx="100" cy="122" r="49" fill="none" stroke="${p.light}" stroke-width="2.4" opacity=".6" stroke-dasharray="64 300" stroke-dashoffset="-170" stroke-linecap="round"/>` +
      shape('M82 72L88 80H112L118 72Z', p.accent) +
      shape('M66 36L80 18H120L134 36L100 76Z', p.main) +
      shape('M80 18L88 36L100 18L112 36L120 18L134 36H66Z', p.light, 0.7) +
      shape('M88 36H112L100 76Z', p.second) +
      shape('M66 36H88L100 76Z', p.light, 0.25) +
      around(4, 158, 50, shape('M158 38L160.5 48H155.5Z', p.accent)) +
      around(4, 42, 70, shape('M42 61L44 68H40Z', p.accent)) +
      around(4, 40, 28, shape('M40 22L41.4 27H38.6Z', p.main)),
  ),
  glasses: object(
    (p) =>
      ellipse(100, 150, 84, 6, p.shade, 0.14) +
      line('M20 92C10 62 32 46 48 40M180 92C190 62 168 46 152 40', p.main, 7) +
      `<circle cx="54" cy="104" r="35" fill="${p.second}" stroke="${p.main}" stroke-width="10"/>` +
      `<circle cx="146" cy="104" r="35" fill="${p.second}" stroke="${p.main}" stroke-width="10"/>` +
      shape('M34 118A28 28 0 0 1 66 78Z', p.light, 0.75) +
      shape('M126 118A28 28 0 0 1 158 78Z', p.light, 0.75) +
      line('M88 98C94 88 106 88 112 98', p.main, 9) +
      circle(22, 92, 4, p.accent) +
      circle(178, 92, 4, p.accent),
  ),
  hat: object(
    (p) =>
      ellipse(100, 158, 92, 9, p.shade, 0.16) +
      shape('M6 136C26 122 62 128 100 128S174 122 194 136C184 158 146 162 100 162S16 158 6 136Z', p.main) +
      shape('M6 136C26 148 62 152 100 152S174 148 194 136C184 158 146 162 100 162S16 158 6 136Z', p.shade, 0.2) +
      shape(
        'M46 132C44 96 50 52 74 46C86 42 92 54 100 54S114 42 126 46C150 52 156 96 154 132C132 142 68 142 46 132Z',
        p.main,
      ) +
      shape(
        'M100 54C114 54 114 42 126 46C150 52 156 96 154 132C144 137 128 139 112 139C128 110 122 72 100 54Z',
        p.shade,
        0.16,
      ) +
      shape('M46 112C74 124 126 124 154 112L154 132C126 143 74 143 46 132Z', p.accent) +
      shape('M132 118C130 96 146 82 158 74C164 92 156 112 140 126Z', p.second) +
      line('M136 124C142 108 150 94 156 82', p.light, 2) +
      line('M60 104C60 84 64 70 72 60', p.light, 4, 0.3),
  ),
} satisfies Record<string, Scene>;
