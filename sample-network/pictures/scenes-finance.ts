import { object, type Scene } from './scene.js';
import { around, box, circle, ellipse, line, shape, turned } from './shapes.js';

export const financeScenes = {
  card: object(
    (p) =>
      ellipse(100, 172, 82, 7, p.shade, 0.16) +
      turned(-18, 100, 96, box(20, 62, 150, 94, 13, p.accent) + circle(150, 92, 40, p.light, 0.16)) +
      turned(
        -6,
        100,
        100,
        box(26, 48, 158, 100, 13, p.main) +
          shape('M110 48H171A13 13 0 0 1 184 61V135A13 13 0 0 1 171 148H84C120 126 124 86 110 48Z', p.second, 0.4) +
          box(42, 76, 28, 21, 5, '#f2d48a') +
          line('M42 86.5H70M52 76V97M60 76V97', '#b98a3c', 1.4) +
          line('M78 80C84 84 84 90 78 94M85 77C93 83 93 91 85 97', p.light, 2.4) +
          line('M42 116H62M70 116H90M98 116H118M126 116H146', p.light, 4) +
          line('M42 131H84', p.light, 3, 0.7) +
          circle(152, 130, 10, p.accent) +
          circle(165, 130, 10, p.light, 0.75),
      ),
  ),
  umbrella: object(
    (p) =>
      ellipse(100, 178, 70, 6, p.shade, 0.16) +
      line('M30 20L22 38M64 10L58 24M150 12L144 28M178 36L170 54M16 72L10 86', p.main, 3.4, 0.55) +
      shape('M62 178V132L100 104L138 132V178Z', p.light) +
      shape('M52 136L100 98L148 136L142 144L100 112L58 144Z', p.ink) +
      box(90, 146, 20, 32, 3, p.accent) +
      box(70, 140, 14, 14, 2, p.second) +
      box(116, 140, 14, 14, 2, p.second) +
      line('M100 34V100', p.ink, 4) +
      shape(
        'M12 100C16 56 54 32 100 32S184 56 188 100C176 88 156 88 144 100C132 88 112 88 100 100C88 88 68 88 56 100C44 88 24 88 12 100Z',
        p.main,
      ) +
      shape('M56 100C58 66 76 38 100 32C124 38 142 66 144 100C132 88 112 88 100 100C88 88 68 88 56 100Z', p.accent) +
      circle(100, 28, 5, p.ink),
  ),
  car: object(
    (p) =>
      ellipse(100, 158, 94, 7, p.shade, 0.18) +
      shape(
        'M8 126C10 110 24 104 42 100L66 70C70 64 76 62 84 62H124C132 62 138 66 144 72L164 98C182 102 192 108 192 126V140C192 146 190 148 184 148H16C10 148 8 146 8 140Z',
        p.main,
      ) +
      shape('M8 128H192V140C192 146 190 148 184 148H16C10 148 8 146 8 140Z', p.shade, 0.25) +
      shape('M56 98L74 74C76 72 78 71 82 71H98V98Z', p.light) +
      shape('M106 71H122C128 71 132 73 136 77L152 98H106Z', p.light) +
      shape('M64 98L82 72H92L74 98Z', p.second, 0.6) +
      box(110, 108, 16, 4, 2, p.light) +
      shape('M192 116C184 116 178 112 176 106L184 106C189 108 191 111 192 116Z', p.accent) +
      box(8, 116, 10, 9, 3, '#d9473f') +
      [46, 152]
        .map(
          (x) =>
            circle(x, 146, 19, p.shade) +
            circle(x, 146, 9, p.light) +
            around(5, x, 146, line(`M${x} 146V139`, p.shade, 1.8)),
        )
        .join(''),
  ),
  coins: object(
    (p) =>
      ellipse(100, 176, 84, 7, p.shade, 0.16) +
      [
        [40, 3],
        [84, 5],
        [128, 7],
      ]
        .map(([x = 0, count = 0]) =>
          Array.from({ length: count }, (_, level) => {
            const y = 168 - level * 12;
            return (
              box(x - 24, y - 6, 48, 12, 5, '#c98f24') +
              ellipse(x, y - 6, 24, 7, p.accent) +
              ellipse(x, y - 6, 17, 4.4, '#f7c86b')
            );
          }).join(''),
        )
        .join('') +
      line('M128 82V54', p.main, 5) +
      shape('M128 58C108 58 96 46 96 28C116 28 128 40 128 58Z', p.main) +
      shape('M128 50C128 30 142 18 164 18C164 38 150 50 128 50Z', p.second) +
      line('M128 56C122 48 114 42 106 38M128 48C136 40 146 32 154 28', p.light, 2, 0.7),
  ),
  chart: object(
    (p) =>
      ellipse(100, 178, 80, 6, p.shade, 0.16) +
      box(40, 14, 124, 160, 10, p.light) +
      shape('M40 24A10 10 0 0 1 50 14H154A10 10 0 0 1 164 24V46H40Z', p.main) +
      circle(58, 30, 7, p.accent) +
      line('M74 27H110M74 34H96', p.light, 3) +
      line('M56 64H110M56 76H98', p.second, 4) +
      line('M136 64H150M136 76H150', p.main, 4) +
      [
        [58, 40],
        [76, 26],
        [94, 52],
        [112, 44],
        [130, 66],
      ]
        .map(([x = 0, h = 0], i) => box(x, 158 - h, 13, h, 3, i === 4 ? p.accent : p.second))
        .join('') +
      line('M64 112L82 124L100 100L118 106L136 86', p.main, 4) +
      circle(136, 86, 5, p.main) +
      circle(160, 150, 25, p.accent) +
      line('M149 150L157 158L172 142', p.light, 6),
  ),
  shield: object(
    (p) =>
      circle(100, 96, 88, p.main, 0.18) +
      circle(100, 96, 68, p.main, 0.25) +
      `<g fill="none" stroke="${p.second}" stroke-width="1.6" opacity=".55"><circle cx="100" cy="96" r="88"/><ellipse cx="100" cy="96" rx="40" ry="88"/><path d="M12 96H188M24 52H176M24 140H176"/></g>` +
      [
        [30, 60],
        [170, 60],
        [48, 150],
        [158, 146],
      ]
        .map(([x = 0, y = 0]) => circle(x, y, 5, p.accent))
        .join('') +
      shape('M100 24C122 40 142 42 158 42C160 100 144 146 100 172C56 146 40 100 42 42C58 42 78 40 100 24Z', p.main) +
      shape('M100 24C122 40 142 42 158 42C160 100 144 146 100 172Z', p.second) +
      shape('M100 38C118 50 132 53 146 54C146 100 132 136 100 157C68 136 54 100 54 54C68 53 82 50 100 38Z', '#2a3170') +
      // a burrowing fox's face
      shape('M70 74L84 86H116L130 74C134 104 122 126 100 136C78 126 66 104 70 74Z', p.accent) +
      shape(
        'M100 136C90 130 84 116 84 104C92 106 98 112 100 120C102 112 108 106 116 104C116 116 110 130 100 136Z',
        p.light,
      ) +
      circle(89, 100, 3.6, p.shade) +
      circle(111, 100, 3.6, p.shade) +
      ellipse(100, 134, 4.5, 3.4, p.shade),
  ),
  cloud: object(
    (p) =>
      ellipse(100, 172, 76, 6, p.shade, 0.14) +
      shape('M40 108A32 32 0 0 1 52 48A46 46 0 0 1 138 42A34 34 0 0 1 164 108Z', p.second) +
      shape('M40 108A32 32 0 0 1 40 60C50 80 120 90 188 78A34 34 0 0 1 164 108Z', p.light, 0.35) +
      [0, 1, 2]
        .map(
          (row) =>
            box(46, 86 + row * 28, 108, 24, 6, p.main) +
            box(46, 86 + row * 28, 108, 8, 4, p.light, 0.14) +
            circle(60, 98 + row * 28, 4, p.accent) +
            circle(72, 98 + row * 28, 4, '#6fe0a8') +
            line(`M100 ${98 + row * 28}H142`, p.second, 4),
        )
        .join(''),
  ),
  play: object(
    (p) =>
      ellipse(100, 180, 64, 6, p.shade, 0.14) +
      box(22, 18, 156, 156, 38, p.main) +
      shape('M22 56A38 38 0 0 1 60 18H140A38 38 0 0 1 178 56V70C130 96 70 60 22 92Z', p.second, 0.55) +
      turned(
        -10,
        100,
        70,
        box(44, 56, 112, 22, 5, p.shade) +
          [52, 76, 100, 124].map((x) => shape(`M${x} 78L${x + 12} 56H${x + 24}L${x + 12} 78Z`, p.light)).join(''),
      ) +
      box(44, 86, 112, 62, 8, p.shade) +
      shape('M86 98L122 117L86 136Z', p.light) +
      circle(142, 136, 5, p.accent),
  ),
} satisfies Record<string, Scene>;
