/** Short words for SVG, so that a drawing reads like a drawing. Coordinates are in a 200 × 200 box unless said. */

export function circle(cx: number, cy: number, r: number, fill: string, opacity = 1): string {
  return `<circle cx="${round(cx)}" cy="${round(cy)}" r="${round(r)}" fill="${fill}"${faded(opacity)}/>`;
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, opacity = 1): string {
  return `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${faded(opacity)}/>`;
}

export function box(x: number, y: number, w: number, h: number, radius: number, fill: string, opacity = 1): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${round(radius)}" fill="${fill}"${faded(opacity)}/>`;
}

export function shape(path: string, fill: string, opacity = 1): string {
  return `<path d="${path}" fill="${fill}"${faded(opacity)}/>`;
}

/** A stroke with round ends. */
export function line(path: string, stroke: string, width: number, opacity = 1): string {
  return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${round(width)}" stroke-linecap="round" stroke-linejoin="round"${faded(opacity)}/>`;
}

export function turned(degrees: number, cx: number, cy: number, inner: string): string {
  return `<g transform="rotate(${round(degrees)} ${cx} ${cy})">${inner}</g>`;
}

export function placed(x: number, y: number, scale: number, inner: string): string {
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${round(scale)})">${inner}</g>`;
}

/** The same thing `count` times around a centre. */
export function around(count: number, cx: number, cy: number, inner: string): string {
  return Array.from({ length: count }, (_, step) => turned((360 / count) * step, cx, cy, inner)).join('');
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function faded(opacity: number): string {
  return opacity === 1 ? '' : ` opacity="${round(opacity)}"`;
}
