import { catalogue } from '../data/catalogue.js';
import { portraitPath } from '../methods/affiliate.js';
import { drawPicture } from '../pictures/draw-picture.js';
import { drawPortrait } from '../pictures/portrait.js';
import type { Reply } from './reply.js';

const folder = /^\/media\/brand\/files\/[A-Za-z0-9-]+\/(.+)$/;

/**
 * The network's media host: pictures drawn on the fly. They are SVG whatever their names end in; browsers go by the
 * content type, and a client that goes by the name is caught.
 */
export function mediaFile(path: string): Reply {
  const inside = folder.exec(decoded(path))?.[1];
  const svg = inside === undefined ? null : inside === portraitPath ? drawPortrait() : offerPicture(inside);
  if (svg === null) {
    return { status: 404, type: 'text/html; charset=iso-8859-1', body: '<h1>Not Found</h1>' };
  }
  return {
    status: 200,
    type: 'image/svg+xml',
    body: svg,
    headers: {
      'Cache-Control': 'public, max-age=3600',
      // An SVG that is opened on its own must not run anything either.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  };
}

function offerPicture(inside: string): string | null {
  const [, id, small, filename] = /^(\d+)\/(thumbnails_100\/)?(.+)$/.exec(inside) ?? [];
  const picture = catalogue.find((offer) => String(offer.id) === id)?.picture;
  if (!picture || !('design' in picture) || picture.filename !== filename) return null;
  const brand = catalogue.find((offer) => String(offer.id) === id)?.brand ?? '';
  return drawPicture(picture, brand, small ? 100 : picture.width);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: taken as it is, it names no file.
    return path;
  }
}
