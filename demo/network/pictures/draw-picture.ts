import { setWordmark } from './lettering.js';
import { marks } from './marks.js';
import { type Palette, palettes } from './palettes.js';
import type { Picture } from './picture.js';
import { scenes } from './scenes.js';
import { box, circle, ellipse, placed, round, shape } from './shapes.js';

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
    backdrop(colours, width, height, brand) +
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
      stage(colours, width, height, width - size * 0.56, size * 0.52, brand) +
      placed(width - size - height * 0.06, height * 0.01, size / 200, drawing) +
      placed(height * 0.2, (height - word.height) / 2, 1, word.svg)
    );
  }
  const tall = height * 0.7;
  const word = setWordmark(brand, design.lettering, colours.ink, [width * 0.76, height * 0.105], 'middle');
  return (
    stage(colours, width, height, width / 2, tall * 0.5, brand) +
    placed((width - tall) / 2, height * 0.045, tall / 200, drawing) +
    placed((width - word.width) / 2, height * 0.86 - word.height / 2, 1, word.svg)
  );
}

/** Night skies need light letters. */
function skyInk(name: keyof typeof scenes, colours: Palette): string {
  return name === 'aurora' || name === 'tent' ? colours.light : colours.ink;
}

/** Paper with one quiet form on it, chosen by the brand's name. */
function backdrop(colours: Palette, width: number, height: number, brand: string): string {
  const paper = box(0, 0, width, height, 0, colours.paper);
  switch (nameNumber(brand) % 4) {
    case 0:
      return paper + circle(width * 0.96, height * 0.04, height * 0.5, colours.second, 0.22);
    case 1:
      return (
        paper +
        shape(
          `M0 ${height}C${round(width * 0.3)} ${round(height * 0.72)} ${round(width * 0.7)} ${height} ${width} ${round(height * 0.78)}V${height}Z`,
          colours.second,
          0.28,
        )
      );
    case 2:
      return paper + box(0, height * 0.94, width, height * 0.06, 0, colours.main);
    default:
      return paper;
  }
}

/** A floor, and something behind the product that makes it stand out. */
function stage(colours: Palette, width: number, height: number, x: number, radius: number, brand: string): string {
  const paper = box(0, 0, width, height, 0, colours.paper);
  const y = Math.min(height * 0.42, radius);
  switch (nameNumber(brand) % 4) {
    case 0:
      return paper + circle(x, y, radius * 0.9, colours.second, 0.42);
    case 1:
      return (
        paper +
        shape(
          `M${round(x - radius * 0.82)} ${round(y + radius * 0.9)}V${round(y)}A${round(radius * 0.82)} ${round(radius * 0.82)} 0 0 1 ${round(x + radius * 0.82)} ${round(y)}V${round(y + radius * 0.9)}Z`,
          colours.second,
          0.42,
        )
      );
    case 2:
      return (
        paper +
        ellipse(x + radius * 0.14, y, radius * 1.2, radius * 0.78, colours.second, 0.36) +
        circle(x - radius * 0.92, y - radius * 0.56, radius * 0.14, colours.accent, 0.5)
      );
    default:
      return (
        paper + circle(x, y, radius * 0.98, colours.second, 0.24) + circle(x, y, radius * 0.72, colours.second, 0.34)
      );
  }
}

function nameNumber(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
}
