import { type Finding, note, ok, problem } from '../findings.js';
import { isSuccess, toObject } from '../reply.js';
import { type Check, isLoopback } from '../session.js';

/** Which hosts images come from, for the page's content security policy, and whether https pages may show them. */
export const checkPictures: Check = async ({ catalogue, manager }) => {
  const offers = await catalogue();
  if (!isSuccess(offers)) return [note('pictures', 'Not checked: the request for offers failed.')];
  const origins = new Set<string>();
  collect(offers.envelope?.data, undefined, origins);
  collect((await manager()).envelope?.data, undefined, origins);
  if (origins.size === 0) return [note('pictures', 'No offer of the first page has an image.')];
  const list = [...origins].sort();
  const findings: Finding[] = [ok('pictures', `Content-Security-Policy: img-src ${list.join(' ')}`)];
  const plain = list.filter((origin) => origin.startsWith('http:') && !isLoopback(origin));
  if (plain.length > 0) {
    const message = `Images come over plain http from ${plain.join(' ')}. On https pages browsers block them, or load them over https.`;
    const hint = 'Ask your network to serve its images over https, or leave thumbnails out (attribute fields).';
    findings.push(problem('pictures', message, hint));
  }
  return findings;
};

const pictureNames = new Set(['thumbnail', 'photo', 'image', 'picture', 'photo_url', 'image_url', 'thumbnail_url']);

/** Walks all data. A URL counts as an image's by its field name, or anywhere inside a `Thumbnail`. */
function collect(value: unknown, name: string | undefined, origins: Set<string>, isInThumbnail = false): void {
  if (typeof value === 'string') {
    const isPicture = pictureNames.has(name?.toLowerCase() ?? '') || (isInThumbnail && name === 'url');
    const origin = isPicture ? toOrigin(value) : undefined;
    if (origin !== undefined) origins.add(origin);
    return;
  }
  for (const [key, item] of Object.entries(toObject(value)))
    collect(item, key, origins, isInThumbnail || key === 'Thumbnail');
}

/** URLs without a scheme get the page's, which is https. */
function toOrigin(text: string): string | undefined {
  const url = text.startsWith('//') ? `https:${text}` : text;
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).origin : undefined;
}
