import { readdirSync, readFileSync } from 'node:fs';

export interface Picture {
  readonly svg: string;
  /** CSS pixels, from the file's root element. */
  readonly width: number;
  readonly height: number;
}

const folder = new URL('./pictures/', import.meta.url);

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

/** The same picture, `width` pixels wide. */
export function resizePicture(picture: Picture, width: number): string {
  const height = Math.round((picture.height * width) / picture.width);
  return picture.svg.replace(/width="\d+" height="\d+"/, `width="${width}" height="${height}"`);
}
