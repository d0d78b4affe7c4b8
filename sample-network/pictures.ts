import { readdirSync, readFileSync } from 'node:fs';

export interface Picture {
  readonly svg: string;
  /** CSS pixels, from the file's root element. */
  readonly width: number;
  readonly height: number;
}

const sizePattern = /width="\d+" height="\d+"/;
// Beside this file; the build copies them. Vite has nothing to resolve here.
const folder = new URL(/* @vite-ignore */ './pictures/', import.meta.url);

/** Every file of `pictures/`, by its name without `.svg`. */
export const pictures: ReadonlyMap<string, Picture> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => [file.slice(0, -4), readPicture(readFileSync(new URL(file, folder), 'utf8'), file)]),
);

function readPicture(svg: string, file: string): Picture {
  const size = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg);
  if (!size) throw new Error(`${file} has no width and height on its root element.`);
  return { svg, width: Number(size[1]), height: Number(size[2]) };
}

/** A banner of any size with the brand: below the offer's picture, or beside it where the banner is wide. */
export function drawBanner(picture: Picture | undefined, brand: string, width: number, height: number): string {
  const isWide = width > height * 2;
  const size = Math.min(isWide ? height / 2.5 : width / 9, 28);
  const art = isWide ? { width: height * 1.6, height } : { width, height: height - size * 2 };
  const middle = isWide ? { x: (width + art.width) / 2, y: height / 2 } : { x: width / 2, y: height - size };
  const cover = `width="${art.width}" height="${art.height}" preserveAspectRatio="xMidYMid slice"`;
  const name = brand.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="#1f2a44"/>
${picture?.svg.replace(sizePattern, cover) ?? ''}
<text x="${middle.x}" y="${middle.y + size * 0.35}" fill="#fff" font-family="system-ui, sans-serif" font-weight="600" font-size="${size}" text-anchor="middle">${name}</text>
</svg>`;
}

/** The same picture, `width` pixels wide. */
export function resizePicture(picture: Picture, width: number): string {
  const height = Math.round((picture.height * width) / picture.width);
  return picture.svg.replace(sizePattern, `width="${width}" height="${height}"`);
}
