import { palettes } from './palettes.js';
import { circle, ellipse, shape } from './shapes.js';

/** The account manager, as a friendly drawing. */
export function drawPortrait(): string {
  const p = palettes.saffron;
  const [skin, blush, hair] = ['#8d5a3c', '#a66a48', '#241611'];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 200 200"><title>Mara Okafor</title>${[
    `<rect width="200" height="200" fill="${p.second}"/>`,
    circle(150, 46, 60, p.paper, 0.55),
    // hair behind, shoulders, neck
    shape('M42 96C34 42 70 18 102 18S168 44 158 98C168 122 156 146 140 150H60C42 144 34 120 42 96Z', hair),
    shape('M18 204C20 164 54 150 84 146H116C146 150 180 164 182 204Z', '#1f5a54'),
    shape('M82 120H118V146C118 160 82 160 82 146Z', '#7a4a31'),
    shape('M76 147C84 168 116 168 124 147L136 152C126 184 74 184 64 152Z', '#f4ead6'),
    // face
    shape('M64 84C64 52 80 40 100 40S136 52 136 84C136 116 120 134 100 134S64 116 64 84Z', skin),
    ellipse(62, 92, 6, 10, skin),
    ellipse(138, 92, 6, 10, skin),
    circle(62, 106, 4, p.main),
    circle(138, 106, 4, p.main),
    shape('M60 84C58 50 78 34 102 34S144 52 140 84C134 66 120 58 104 58C88 64 70 66 60 84Z', hair),
    // brows, eyes, nose, mouth
    `<path d="M74 80Q83 74 91 79M109 79Q117 74 126 80" fill="none" stroke="${hair}" stroke-width="3.4" stroke-linecap="round"/>`,
    ellipse(83, 90, 4.2, 5, hair),
    ellipse(117, 90, 4.2, 5, hair),
    circle(84.5, 88.4, 1.4, '#fff'),
    circle(118.5, 88.4, 1.4, '#fff'),
    circle(74, 106, 8, blush, 0.55),
    circle(126, 106, 8, blush, 0.55),
    '<path d="M100 92C98 100 95 104 101 106" fill="none" stroke="#6b3f29" stroke-width="2.6" stroke-linecap="round"/>',
    shape('M84 114C92 118 108 118 116 114C112 126 88 126 84 114Z', '#fff6ee'),
  ].join('')}</svg>`;
}
