import { drawBackdrop, drawPaper } from './backdrops.js';
import { setWordmark } from './lettering.js';
import { marks } from './marks.js';
import { type Palette, palettes } from './palettes.js';
import type { Picture } from './picture.js';
import { scenes } from './scenes.js';
import { placed } from './shapes.js';

/** The picture as an SVG document, `shownWidth` pixels wide. */
export function drawPicture(picture: Picture, brand: string, shownWidth: number): string {
  const { width, height, design } = picture;
  const colours = palettes[design.palette];
  const content =
    design.kind === 'logo' ? drawLogo(picture, brand, colours) : drawScene(picture, brand, colours, design.scene);
  const shownHeight = Math.round((height * shownWidth) / width);
  const title = brand.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${shownWidth}" height="${shownHeight}" viewBox="0 0 ${width} ${height}"><title>${title}</title>${content}</svg>`;
}

function drawLogo({ width, height, design }: Picture, brand: string, colours: Palette): string {
  if (design.kind !== 'logo') return '';
  const mark = marks[design.mark](colours, brand.slice(0, 1).toUpperCase());
  const size = height * 0.6;
  const margin = height * 0.2;
  const start = margin + size + height * 0.17;
  const room = [width - start - margin, height * 0.42] as const;
  const word = setWordmark(brand, design.lettering, colours.ink, room);
  // What the name leaves over is shared by both sides.
  const shift = Math.max(0, (room[0] - word.width) / 2);
  return (
    drawPaper(colours, width, height, nameNumber(brand)) +
    placed(margin + shift, (height - size) / 2, size / 100, mark) +
    placed(start + shift, (height - word.height) / 2, 1, word.svg)
  );
}

function drawScene(
  { width, height, design }: Picture,
  brand: string,
  colours: Palette,
  name: keyof typeof scenes,
): string {
  const scene = scenes[name];
  const drawing = scene.draw(colours);
  if (scene.kind === 'landscape') {
    const scale = Math.max(width / 300, height / 250);
    const word = setWordmark(brand, design.lettering, skyInk(name, colours), [width * 0.72, height * 0.115], 'middle');
    return placed(0, 0, scale, drawing) + placed((width - word.width) / 2, height * 0.1, 1, word.svg);
  }
  if (width > height * 1.8) {
    const size = height * 0.98;
    const room = [width - size - height * 0.42, height * 0.3] as const;
    const word = setWordmark(brand, design.lettering, colours.ink, room);
    return (
      drawBackdrop(
        colours,
        { width, height, x: width - size * 0.56, y: size * 0.46, radius: size * 0.52, floor: size * 0.87 },
        nameNumber(brand),
      ) +
      placed(width - size - height * 0.06, height * 0.01, size / 200, drawing) +
      placed(height * 0.2, (height - word.height) / 2, 1, word.svg)
    );
  }
  const tall = height * 0.7;
  const word = setWordmark(brand, design.lettering, colours.ink, [width * 0.76, height * 0.105], 'middle');
  return (
    drawBackdrop(
      colours,
      { width, height, x: width / 2, y: tall * 0.5, radius: tall * 0.56, floor: height * 0.045 + tall * 0.87 },
      nameNumber(brand),
    ) +
    placed((width - tall) / 2, height * 0.045, tall / 200, drawing) +
    placed((width - word.width) / 2, height * 0.86 - word.height / 2, 1, word.svg)
  );
}

/** Night skies need light letters. */
function skyInk(name: keyof typeof scenes, colours: Palette): string {
  return name === 'aurora' || name === 'tent' ? colours.light : colours.ink;
}

function nameNumber(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
}
