import { object, type Scene } from './scene.js';
import { box, circle, ellipse, line, shape, turned } from './shapes.js';

export const foodScenes = {
  coffee: object(
    (p) =>
      ellipse(96, 172, 86, 8, p.shade, 0.18) +
      line('M70 46C60 32 80 26 70 10M96 42C86 28 106 22 96 6M122 46C112 32 132 26 122 10', p.second, 6, 0.9) +
      `<path d="M146 86C176 76 186 126 140 132" fill="none" stroke="${p.light}" stroke-width="12"/>` +
      ellipse(94, 160, 78, 13, p.second) +
      ellipse(94, 157, 78, 12, p.light) +
      shape('M34 66H154C154 118 142 156 116 156H72C46 156 34 118 34 66Z', p.light) +
      shape('M118 66H154C154 118 142 156 116 156H98C116 140 122 102 118 66Z', p.shade, 0.1) +
      ellipse(94, 66, 60, 13, p.second) +
      ellipse(94, 67, 53, 10, '#5b2f1c') +
      shape('M94 61C84 56 72 64 94 74C116 64 104 56 94 61Z', '#e9c9a4') +
      shape('M39 104C70 114 118 114 149 104L146 120C118 130 70 130 42 120Z', p.main) +
      [
        [22, 150, 20],
        [168, 160, -30],
        [182, 148, 30],
      ]
        .map(([x = 0, y = 0, angle = 0]) =>
          turned(
            angle,
            x,
            y,
            ellipse(x, y, 10, 7, '#5b2f1c') +
              line(`M${x - 7} ${y}C${x - 2} ${y - 3} ${x + 2} ${y + 3} ${x + 7} ${y}`, '#2e1509', 1.8),
          ),
        )
        .join(''),
  ),
  bowl: object(
    (p) =>
      ellipse(100, 174, 76, 8, p.shade, 0.18) +
      turned(28, 160, 60, box(156, 14, 9, 84, 4, '#b98247') + ellipse(160, 20, 13, 18, '#b98247')) +
      shape('M20 92H180C180 142 150 172 100 172S20 142 20 92Z', p.accent) +
      shape('M130 92H180C180 142 150 172 106 172C130 156 138 124 130 92Z', p.shade, 0.14) +
      shape('M26 118C60 130 140 130 174 118L168 132C136 142 64 142 32 132Z', p.light, 0.8) +
      ellipse(100, 92, 80, 22, p.light) +
      ellipse(100, 92, 70, 17, '#fbf1dd') +
      Array.from({ length: 22 }, (_, i) =>
        ellipse(46 + ((i * 29) % 108), 84 + ((i * 17) % 18), 6, 4, i % 3 ? p.main : p.second),
      ).join('') +
      [
        [70, 84, '#b8305c'],
        [84, 94, '#3d2a72'],
        [76, 97, '#3d2a72'],
        [122, 86, '#b8305c'],
        [132, 94, '#3d2a72'],
        [108, 98, '#b8305c'],
      ]
        .map(
          ([x, y, fill]) =>
            circle(Number(x), Number(y), 7, String(fill)) + circle(Number(x) - 2, Number(y) - 2, 2, p.light, 0.6),
        )
        .join('') +
      shape('M96 84C90 72 98 64 110 62C112 74 106 82 96 84Z', '#5c8c50'),
  ),
  wine: object(
    (p) =>
      ellipse(100, 180, 76, 7, p.shade, 0.16) +
      shape(
        'M52 8H76V58C92 68 98 82 98 98V168C98 176 94 180 86 180H42C34 180 30 176 30 168V98C30 82 36 68 52 58Z',
        '#27402f',
      ) +
      shape('M76 58C92 68 98 82 98 98V168C98 176 94 180 86 180H72C84 160 84 90 70 62Z', '#16281d', 0.6) +
      box(50, 4, 28, 26, 4, p.main) +
      box(30, 104, 68, 50, 0, p.light) +
      shape('M64 112L74 128L64 144L54 128Z', p.main) +
      line('M40 148H88M40 110H48M80 110H88', p.ink, 1.6) +
      line('M42 74V96', p.light, 4, 0.35) +
      shape('M122 66H174C178 96 168 120 148 120S118 96 122 66Z', p.light, 0.85) +
      shape('M121 88H175C174 108 164 120 148 120S122 108 121 88Z', p.main) +
      ellipse(148, 88, 27, 5, p.second) +
      line('M148 120V172', p.second, 4.5) +
      ellipse(148, 176, 25, 5, p.second) +
      line('M128 74C127 84 128 92 131 98', p.light, 3, 0.9),
  ),
  pizza: object(
    (p) =>
      ellipse(100, 170, 84, 9, p.shade, 0.18) +
      circle(98, 98, 76, '#c8853f') +
      circle(98, 98, 76, p.main, 0.3) +
      circle(98, 98, 66, p.accent) +
      circle(98, 98, 63, '#f8dc8a') +
      [
        [70, 68],
        [122, 62],
        [140, 104],
        [74, 118],
        [110, 142],
        [100, 94],
      ]
        .map(([x = 0, y = 0]) => circle(x, y, 12.5, p.accent) + circle(x - 3, y - 3, 5, '#d96a4e'))
        .join('') +
      [
        [92, 52, 20],
        [52, 94, -40],
        [128, 126, 60],
        [92, 122, 10],
        [122, 86, -20],
      ]
        .map(([x = 0, y = 0, a = 0]) =>
          turned(
            a,
            x,
            y,
            shape(
              `M${x - 9} ${y}C${x - 4} ${y - 8} ${x + 4} ${y - 8} ${x + 9} ${y}C${x + 4} ${y + 6} ${x - 4} ${y + 6} ${x - 9} ${y}Z`,
              '#4f8a4a',
            ) + line(`M${x - 7} ${y}H${x + 7}`, '#376b35', 1.2),
          ),
        )
        .join('') +
      [60, 82, 112, 134, 148].map((x, i) => circle(x, 80 + ((i * 31) % 60), 3.4, p.light)).join('') +
      turned(24, 98, 98, shape('M98 98L70 6C88 -2 110 -2 126 6Z', p.paper)) +
      turned(
        30,
        98,
        98,
        `<g transform="translate(4 -14)">${shape('M98 98L72 16C90 8 108 8 124 16Z', '#f8dc8a')}${shape('M70 14C88 4 110 4 126 14L123 24C108 16 90 16 74 24Z', '#c8853f')}${circle(98, 44, 10, p.accent)}${circle(95, 68, 6, p.accent)}</g>`,
      ),
  ),
  vegetables: object(
    (p) =>
      ellipse(100, 178, 84, 7, p.shade, 0.16) +
      shape('M60 96C44 84 40 50 56 34C66 52 72 40 78 56C86 72 80 90 72 98Z', p.main) +
      shape('M52 92C36 80 30 62 38 46C52 54 62 74 64 94Z', p.second) +
      turned(
        14,
        112,
        70,
        shape('M96 44C104 34 122 34 130 44C130 74 122 96 113 110C104 96 96 74 96 44Z', '#ef8a3a') +
          line('M100 58H110M116 70H125M102 82H110', '#c96a22', 2.4) +
          line('M113 38L104 14M113 38V8M113 38L124 14', p.main, 6),
      ) +
      circle(152, 84, 26, '#d33a34') +
      circle(144, 76, 7, p.light, 0.35) +
      shape('M152 62L158 54L164 62L174 60L166 68H140L134 60L144 62Z', p.main) +
      circle(84, 90, 20, '#7a3b78') +
      ellipse(78, 84, 5, 4, p.light, 0.4) +
      shape('M18 98H182L168 168C167 174 164 176 158 176H42C36 176 33 174 32 168Z', '#c58f52') +
      shape('M18 98H182L180 110H20Z', '#e0b074') +
      line(
        'M26 128H174M30 148H170M48 112L54 174M76 112L79 174M104 112V174M132 112L128 174M158 112L151 174',
        '#8f5f2c',
        2.6,
        0.55,
      ),
  ),
} satisfies Record<string, Scene>;
