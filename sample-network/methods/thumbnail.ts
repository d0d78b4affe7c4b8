import type { OfferSeed } from '../data/offer-seed.js';
import { pictures } from '../pictures.js';
import type { Fields } from '../query/entity.js';

/** The OfferFile row of an offer's thumbnail, or `null` when it has none. URLs are not percent-encoded. */
export function thumbnailFile(seed: OfferSeed, networkId: string, mediaBase: string): Fields | null {
  const { picture } = seed;
  if ('none' in picture) return null;
  const folder = `${mediaBase}/media/brand/files/${networkId}/${seed.pictureId ?? seed.id}`;
  if ('elsewhere' in picture) {
    const filename = picture.elsewhere.slice(picture.elsewhere.lastIndexOf('/') + 1);
    return file(seed, filename, [null, null], picture.elsewhere, null);
  }
  const filename = 'missingFile' in picture ? picture.missingFile : picture.filename;
  const { width, height } = ('file' in picture && pictures.get(picture.file)) || { width: 300, height: 120 };
  return file(
    seed,
    filename,
    [String(width), String(height)],
    `${folder}/${filename}`,
    `${folder}/thumbnails_100/${filename}`,
  );
}

function file(
  seed: OfferSeed,
  filename: string,
  [width, height]: readonly [string | null, string | null],
  url: string,
  thumbnail: string | null,
): Fields {
  return {
    id: String(30_000 + seed.id),
    offer_id: String(seed.id),
    display: filename,
    filename,
    size: String(4_000 + ((seed.id * 7_919) % 22_000)),
    status: 'active',
    type: 'offer thumbnail',
    width,
    height,
    code: null,
    flash_vars: null,
    interface: 'network',
    account_id: null,
    is_private: '0',
    created: '2025-05-16 08:34:44',
    modified: '0000-00-00 00:00:00',
    url,
    thumbnail,
  };
}
