import { encode } from 'uqr';

/** Modules of white around the code: scanners need four (ISO/IEC 18004). */
const quietZone = 4;
/** Pixels of an image to print. */
const pngSize = 1024;

/** A QR code in units of its modules, white all around. */
export interface QrImage {
  /** Modules from edge to edge, the white ones around it included. */
  readonly size: number;
  readonly viewBox: string;
  /** The dark modules, those that touch in a row as one rectangle. */
  readonly path: string;
}

/** @returns `null` where the text is too long for any QR code. */
export function createQrImage(text: string): QrImage | null {
  try {
    // As few modules as possible, so that they are large; what is left over goes to the correction of errors.
    const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: quietZone });
    return { size, viewBox: `0 0 ${size} ${size}`, path: data.map(toRectangles).join('') };
  } catch {
    return null;
  }
}

function toRectangles(row: readonly boolean[], y: number): string {
  let path = '';
  let start = -1;
  // Old Prototype.js brings an `entries` of its own, which is not iterable.
  row.forEach((isDark, x) => {
    if (isDark && start < 0) start = x;
    if (!isDark && start >= 0) {
      path += `M${start} ${y}H${x}v1H${start}z`;
      start = -1;
    }
  });
  return path;
}

/** As a file of its own. */
export const toSvg = ({ viewBox, path }: QrImage): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" shape-rendering="crispEdges">` +
  `<path fill="#fff" d="M0 0h999v999H0z"/><path d="${path}"/></svg>`;

/** As a picture for print, of whole pixels for each module. */
export function toPng({ size, path }: QrImage, onReady: (png: Blob) => void): void {
  const scale = Math.ceil(pngSize / size);
  const canvas = document.createElement('canvas');
  canvas.width = size * scale;
  canvas.height = size * scale;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(scale, scale);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  canvas.toBlob((png) => png && onReady(png), 'image/png');
}
