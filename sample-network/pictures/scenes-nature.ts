import { landscape, object, type Scene } from './scene.js';
import { around, box, circle, ellipse, line, shape, turned } from './shapes.js';

export const natureScenes = {
  beach: landscape(
    (p) =>
      `<defs><linearGradient id="a" x1="0" y1="0" x2="0" y2=".5"><stop offset="0" stop-color="#a9dbea"/><stop offset="1" stop-color="#fdf3df"/></linearGradient></defs>` +
      '<rect width="300" height="250" fill="url(#a)"/>' +
      circle(222, 104, 30, p.accent) +
      circle(222, 104, 42, p.accent, 0.25) +
      shape('M0 122H300V200H0Z', p.main) +
      shape('M0 122H300V136C250 142 60 130 0 140Z', p.shade, 0.12) +
      line('M206 142H238M196 154H250M210 166H234', p.light, 3, 0.6) +
      shape('M0 118C24 104 50 108 72 122H0Z', '#5d8f86') +
      shape('M0 168C60 156 110 178 170 170S270 160 300 172V250H0Z', p.second) +
      shape('M0 180C60 166 120 188 180 180S270 172 300 184V250H0Z', '#f7e2b6') +
      shape('M0 178C60 164 120 186 180 178S270 170 300 182V188C270 178 240 180 180 187S60 174 0 188Z', p.light, 0.85) +
      // parasol and chair
      ellipse(92, 232, 54, 6, p.ink, 0.18) +
      turned(
        -12,
        92,
        228,
        box(90, 140, 5, 92, 2, '#a8713f') +
          shape('M36 150C40 118 66 102 92 102S146 118 150 150Z', '#f0644c') +
          shape('M56 150C58 124 74 104 92 102C110 104 126 124 128 150Z', p.light) +
          shape('M78 150C78 124 84 106 92 102C100 106 108 124 108 150Z', '#f0644c'),
      ) +
      line('M132 230L150 206H188L202 188', '#a8713f', 5) +
      line('M156 206L148 232M182 206L192 232', '#a8713f', 4) +
      line('M150 202H186L200 184', p.light, 6) +
      line('M40 92q7 -8 14 0q7 -8 14 0M120 84q5 -6 10 0q5 -6 10 0', p.ink, 2.4, 0.7),
  ),
  tent: landscape(
    (p) =>
      `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#3a2a63"/><stop offset=".55" stop-color="${p.main}"/><stop offset="1" stop-color="${p.second}"/></linearGradient></defs>` +
      '<rect width="300" height="250" fill="url(#s)"/>' +
      [20, 62, 104, 148, 190, 236, 276]
        .map((x, i) => circle(x, 18 + ((i * 37) % 60), i % 3 ? 1.2 : 2, p.light, 0.85))
        .join('') +
      circle(238, 108, 24, p.accent) +
      shape('M0 168L58 104L104 150L150 92L214 162L252 126L300 170V250H0Z', '#5a4387') +
      shape('M150 92L172 116L158 112L150 122L140 110L132 114Z', p.light, 0.8) +
      shape('M0 196C50 170 110 186 150 180S250 164 300 190V250H0Z', '#3b2a5c') +
      shape('M0 214C70 196 130 212 190 206S270 204 300 212V250H0Z', p.shade) +
      shape('M84 222L146 146L208 222Z', p.accent) +
      shape('M146 146L208 222H166Z', '#d98a3f') +
      shape('M146 158L122 222H166Z', p.light) +
      shape('M146 158L146 222H166Z', '#f2d9b8') +
      line('M146 146L140 138M84 222L72 228M208 222L220 228', p.light, 2) +
      [26, 48, 246, 268]
        .map((x, i) => shape(`M${x} ${176 - (i % 2) * 10}L${x + 14} 226H${x - 14}Z`, '#241642'))
        .join('') +
      shape('M234 226C230 214 240 210 238 202C248 210 250 220 244 226Z', '#ff8a4d') +
      line('M228 228L252 224M228 224L252 228', '#6b4a35', 4),
  ),
  aurora: landscape(
    (p) =>
      `<defs><linearGradient id="n" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0d1236"/><stop offset="1" stop-color="#2b3a78"/></linearGradient><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#58e0b0" stop-opacity="0"/><stop offset=".6" stop-color="#58e0b0" stop-opacity=".75"/><stop offset="1" stop-color="#7b8cff" stop-opacity="0"/></linearGradient></defs>` +
      '<rect width="300" height="250" fill="url(#n)"/>' +
      [14, 46, 82, 118, 160, 204, 248, 284]
        .map((x, i) => circle(x, 12 + ((i * 53) % 84), i % 3 ? 1 : 1.7, p.light))
        .join('') +
      '<path d="M-10 140C40 60 80 150 130 90S220 120 310 50V100C230 160 180 120 140 140S60 180 -10 180Z" fill="url(#g)"/>' +
      '<path d="M-10 110C60 130 110 50 170 100S260 90 310 100V150C250 130 210 160 160 140S70 170 -10 150Z" fill="url(#g)" opacity=".7"/>' +
      shape('M0 178L40 140L66 160L108 120L150 168L300 176V192H0Z', '#1b2450') +
      shape('M108 120L124 138L112 134L106 142L98 132Z', p.light, 0.85) +
      shape('M180 178L232 136L262 158L300 140V190H180Z', '#222d60') +
      box(0, 184, 300, 66, 0, '#16204c') +
      // ship
      shape('M70 192H216L202 216C200 220 196 222 190 222H96C88 222 84 220 82 214Z', p.light) +
      shape('M76 206H210L202 218C200 221 196 222 190 222H96C88 222 84 220 82 214Z', '#d4473f') +
      box(92, 174, 98, 20, 3, p.light) +
      box(108, 160, 62, 16, 3, p.light) +
      box(130, 142, 16, 20, 2, p.accent) +
      [100, 112, 124, 136, 148, 160, 172].map((x) => box(x, 181, 6, 6, 1, p.accent)).join('') +
      [116, 128, 140, 152].map((x) => box(x, 165, 5, 5, 1, p.accent)).join('') +
      line(
        'M40 230C60 226 70 234 90 230S130 226 150 230M160 240C180 236 196 244 216 240S250 236 270 240',
        p.second,
        2.4,
        0.6,
      ),
  ),
  mountain: landscape(
    (p) =>
      `<defs><linearGradient id="m" x1="0" y1="0" x2="0" y2=".7"><stop offset="0" stop-color="#cfdde6"/><stop offset="1" stop-color="#f6efe6"/></linearGradient></defs>` +
      '<rect width="300" height="250" fill="url(#m)"/>' +
      circle(212, 86, 34, p.accent, 0.9) +
      shape('M0 190L70 110L112 154L170 84L246 170L300 130V250H0Z', p.second) +
      shape('M170 84L200 118L184 114L172 128L160 112L150 116L140 120Z', p.light) +
      shape('M0 214L52 160L96 200L140 120L214 220L258 182L300 214V250H0Z', p.main) +
      shape('M140 120L170 160L154 156L144 170L132 152L121 156Z', p.light) +
      shape('M0 228C60 206 130 226 190 218S270 214 300 222V250H0Z', p.ink) +
      [18, 36, 54, 250, 268, 286]
        .map((x, i) => shape(`M${x} ${184 + (i % 3) * 8}L${x + 12} 232H${x - 12}Z`, '#1b3a3a'))
        .join('') +
      // hiker
      circle(196, 178, 5.5, '#8d5a3c') +
      shape('M189 186H203L206 206H187Z', p.accent) +
      box(183, 187, 9, 16, 3, '#a63d2c') +
      line('M192 206L188 222M200 206L206 222', p.ink, 5) +
      line('M204 190L214 198L218 222', p.ink, 2),
  ),
  camper: landscape(
    (p) =>
      box(0, 0, 300, 250, 0, '#fdf3c8') +
      circle(84, 96, 34, '#f7b733') +
      around(12, 84, 96, box(82.5, 46, 3, 10, 1.5, '#f7b733')) +
      shape('M0 176C60 130 110 150 150 160S250 120 300 160V250H0Z', '#a9cf9c') +
      shape('M0 190C80 160 140 184 190 178S270 168 300 182V250H0Z', p.accent) +
      box(0, 214, 300, 36, 0, '#5b5f63') +
      line('M10 232H50M80 232H120M150 232H190M220 232H260', p.light, 3) +
      ellipse(168, 218, 88, 6, '#2d332d', 0.3) +
      shape('M88 146C88 132 96 124 110 124H222C238 124 246 132 250 148L256 176V208H88Z', p.light) +
      shape('M88 172H256V202C256 206 254 208 250 208H94C90 208 88 206 88 202Z', '#e8663d') +
      box(98, 136, 34, 28, 5, '#9fd3e3') +
      box(140, 136, 34, 28, 5, '#9fd3e3') +
      shape('M184 136H222C232 136 238 142 241 152L244 164H184Z', '#9fd3e3') +
      shape('M104 164L118 136H128L114 164ZM146 164L160 136H168L154 164Z', p.light, 0.5) +
      box(186, 178, 18, 4, 2, p.light) +
      circle(248, 184, 6, p.main) +
      [122, 220].map((x) => circle(x, 208, 18, '#2d332d') + circle(x, 208, 8, p.light)).join('') +
      box(112, 112, 66, 8, 3, '#c58a4a') +
      shape('M120 112C122 100 168 100 170 112Z', '#3f9d6b'),
  ),
  plane: object(
    (p) =>
      [
        [30, 60, 26],
        [150, 152, 30],
        [60, 150, 20],
      ]
        .map(
          ([x = 0, y = 0, r = 0]) =>
            ellipse(x, y, r, r * 0.42, p.light) + ellipse(x + r * 0.5, y - r * 0.3, r * 0.6, r * 0.36, p.light),
        )
        .join('') +
      line('M6 168C50 150 70 142 96 124', p.main, 2.4, 0.5) +
      turned(
        -32,
        104,
        96,
        shape('M88 100L58 160H76L124 104Z', p.main) +
          shape('M92 88L66 40H82L124 86Z', p.second) +
          shape('M20 84C20 84 26 64 36 64H46L56 86Z', p.main) +
          shape(
            'M20 84C60 82 120 78 166 82C182 84 192 90 192 95S182 106 166 108C120 112 60 108 36 104C24 102 18 94 20 84Z',
            p.light,
          ) +
          shape(
            'M24 96C60 106 130 110 191 97C188 103 180 107 166 108C120 112 60 108 36 104C30 103 26 100 24 96Z',
            p.second,
          ) +
          shape('M168 84C178 86 184 89 187 92H170Z', p.ink) +
          [70, 84, 98, 112, 126, 140].map((x) => circle(x, 92, 2.8, p.ink)).join('') +
          shape('M34 100L20 118H32L56 102Z', p.accent),
      ),
  ),
  suitcase: object(
    (p) =>
      ellipse(100, 180, 62, 7, p.shade, 0.18) +
      line('M78 50V16C78 12 80 10 84 10H116C120 10 122 12 122 16V50', p.shade, 5) +
      box(46, 42, 108, 130, 18, p.main) +
      shape('M126 42H136A18 18 0 0 1 154 60V154A18 18 0 0 1 136 172H126Z', p.shade, 0.14) +
      line('M70 54V160M88 54V160M112 54V160M130 54V160', p.light, 3, 0.35) +
      box(84, 36, 32, 10, 4, p.shade) +
      circle(64, 176, 7, p.shade) +
      circle(136, 176, 7, p.shade) +
      turned(-14, 84, 96, box(60, 78, 44, 30, 5, p.light) + shape('M66 102L76 88L84 98L90 92L98 102Z', p.accent)) +
      turned(
        10,
        128,
        130,
        circle(126, 132, 17, p.accent) +
          shape('M126 120L129 128L138 129L131 135L133 143L126 138L119 143L121 135L114 129L123 128Z', p.light),
      ),
  ),
} satisfies Record<string, Scene>;
