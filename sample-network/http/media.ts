import { catalogue } from '../data/catalogue.js';
import { portraitPath } from '../methods/affiliate.js';
import { drawBanner, pictures, resizePicture } from '../pictures.js';
import { notFound, type Reply } from './reply.js';

const uploads = /^\/media\/brand\/files\/[A-Za-z0-9-]+\/(.+)$/;

/**
 * The network's media host. Files are SVG whatever their names end in; browsers go by the content type, and a client
 * that goes by the name is caught.
 */
export function mediaFile(path: string): Reply {
  const name = uploads.exec(decodePath(path))?.[1];
  const svg =
    name === undefined ? undefined : name === portraitPath ? pictures.get('portrait')?.svg : offerPicture(name);
  if (svg === undefined) return notFound;
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

function offerPicture(name: string): string | undefined {
  const [, id, small, filename = ''] = /^(\d+)\/(thumbnails_100\/)?(.+)$/.exec(name) ?? [];
  const offer = catalogue.find((seed) => String(seed.id) === id);
  if (!offer) return undefined;
  const upload = 'file' in offer.picture ? offer.picture : undefined;
  const picture = upload && pictures.get(upload.file);
  const [, width, height] = /^banner-(\d{2,4})x(\d{2,4})\.png$/.exec(filename) ?? [];
  if (width && height) {
    const svg = drawBanner(picture, offer.brand, Number(width), Number(height));
    return small ? resizePicture({ svg, width: Number(width), height: Number(height) }, 100) : svg;
  }
  if (!picture || upload?.filename !== filename) return undefined;
  return small ? resizePicture(picture, 100) : picture.svg;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: taken as it is, it names no file.
    return path;
  }
}
