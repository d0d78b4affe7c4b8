import awkwardRows from '../data/awkward-creatives.json' with { type: 'json' };
import rows from '../data/creatives.json' with { type: 'json' };
import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { OfferSeed } from '../data/offer-seed.js';
import type { Entity, Fields, Model } from '../query/entity.js';
import { find } from '../query/find.js';
import { answer } from '../wire/envelope.js';
import type { Context, Method } from './context.js';
import { mediaFolder, thumbnailFile } from './thumbnail.js';

/** The offer with creatives as nobody would want them. */
const awkwardOfferId = 1235;

interface CreativeRow {
  readonly type: string;
  /** `{brand}` stands for the offer's. */
  readonly display: string;
  readonly filename?: string;
  /** Instead of a file in the offer's folder. */
  readonly url?: string;
  readonly width?: number;
  readonly height?: number;
  readonly size?: number;
  readonly code?: string;
  readonly status?: string;
  readonly expiration_date?: string;
}

const creatives: readonly CreativeRow[] = rows;
const awkwardCreatives: readonly CreativeRow[] = awkwardRows;

/** `expiration_date` is documented for the network's side of the model only. Invention: that affiliates see it. */
const model: Model = {
  name: 'OfferFile',
  fields: [...Object.keys(modelRows.OfferFile), 'expiration_date'],
  relations: new Map([['CreativeCode', []]]),
  searched: ['display'],
};

export const findAllFiles: Method = (context, params) => {
  const files = context.offers.flatMap((seed) => filesOf(seed, context));
  return answer(find(files, model, params, { alwaysPaged: true }));
};

function filesOf(seed: OfferSeed, context: Context): readonly Entity[] {
  const own = seed.id === awkwardOfferId ? [...creatives, ...awkwardCreatives] : creatives;
  const files = own.map((row, index) => creativeFields(row, seed, String(seed.id * 100 + index), context));
  const thumbnail = thumbnailFile(seed, context.networkId, context.mediaBase);
  return [...(thumbnail ? [thumbnail] : []), ...files].map((fields) => ({
    key: String(fields.id),
    fields,
    always: [],
    related: (relation) =>
      relation === 'CreativeCode' && typeof fields.code === 'string' ? { kind: 'text', text: fields.code } : undefined,
  }));
}

function creativeFields(row: CreativeRow, seed: OfferSeed, id: string, context: Context): Fields {
  const { filename = '', url, width = null, height = null, size = 0, ...texts } = row;
  const folder = mediaFolder(seed, context.networkId, context.mediaBase);
  const isPicture = row.type === 'image banner' && filename !== '';
  return {
    ...modelRows.OfferFile,
    ...texts,
    id,
    offer_id: String(seed.id),
    display: row.display.replace('{brand}', seed.brand),
    filename,
    // Documented: bytes.
    size: String(size),
    width: width === null ? null : String(width),
    height: height === null ? null : String(height),
    code: row.code?.replaceAll('{brand}', seed.brand) ?? null,
    url: url ?? (filename === '' ? null : `${folder}/${filename}`),
    thumbnail: isPicture ? `${folder}/thumbnails_100/${filename}` : null,
    expiration_date: row.expiration_date ?? null,
  };
}
