import { loadPackage } from './engines.js';

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How many pixels of two PNG pictures differ visibly; differences of antialiasing do not count. */
export async function differingPoints(one: Buffer, other: Buffer): Promise<number> {
  const [{ PNG }, { default: pixelmatch }] = await Promise.all([
    loadPackage<{ PNG: { sync: { read(file: Buffer): Picture } } }>('pngjs'),
    loadPackage<{
      default(a: Uint8Array, b: Uint8Array, into: undefined, width: number, height: number, options: object): number;
    }>('pixelmatch'),
  ]);
  const [first, second] = [PNG.sync.read(one), PNG.sync.read(other)];
  const { width, height } = first;
  if (width !== second.width || height !== second.height) return Number.POSITIVE_INFINITY;
  return pixelmatch(first.data, second.data, undefined, width, height, { threshold: 0.05 });
}
