import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { OfferSeed } from '../data/offer-seed.js';
import { pictures } from '../pictures.js';
import type { Fields } from '../query/entity.js';

/** Where the network keeps an offer's files. */
export function mediaFolder(seed: OfferSeed, networkId: string, mediaBase: string): string {
  return `${mediaBase}/media/brand/files/${networkId}/${seed.pictureId ?? seed.id}`;
}

/** The OfferFile row of an offer's thumbnail, or `null` when it has none. URLs are not percent-encoded. */
export function thumbnailFile(seed: OfferSeed, networkId: string, mediaBase: string): Fields | null {
  const { picture } = seed;
  if ('none' in picture) return null;
  const file = (filename: string): Fields => ({
    ...modelRows.OfferFile,
    id: String(30_000 + seed.id),
    offer_id: String(seed.id),
    display: filename,
    filename,
    size: String(4_000 + ((seed.id * 7_919) % 22_000)),
  });
  if ('elsewhere' in picture) {
    const filename = picture.elsewhere.slice(picture.elsewhere.lastIndexOf('/') + 1);
    return { ...file(filename), url: picture.elsewhere };
  }
  const filename = 'missingFile' in picture ? picture.missingFile : picture.filename;
  const { width, height } = ('file' in picture && pictures.get(picture.file)) || { width: 300, height: 120 };
  const folder = mediaFolder(seed, networkId, mediaBase);
  return {
    ...file(filename),
    width: String(width),
    height: String(height),
    url: `${folder}/${filename}`,
    thumbnail: `${folder}/thumbnails_100/${filename}`,
  };
}
