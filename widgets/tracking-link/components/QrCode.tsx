import { useMemo } from 'preact/hooks';
import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { formatMessage } from '../../../shared/i18n/format-message.js';
import { trackingLinkMessages } from '../../../shared/i18n/tracking-link-messages.js';
import { downloadFile } from '../../../shared/ui/download-file.js';
import type { LinkCopy, TrackingLink } from '../tracking-link.types.js';
import { createQrImage, toPng, toSvg } from './qr-image.js';

interface QrCodeProps {
  readonly link: TrackingLink;
  /** CSS pixels. */
  readonly size: number;
}

/** The link as a QR code, dark on white in every theme, which can be saved. */
export function QrCode({ link: { url, offer }, size }: QrCodeProps) {
  const { emit } = useWidget();
  const messages = useMessages(trackingLinkMessages);
  const image = useMemo(() => createQrImage(url), [url]);
  if (!image) {
    return (
      <p part="note" class="note muted" key={messages.qrTooLong}>
        {messages.qrTooLong}
      </p>
    );
  }
  const name = formatMessage(messages.qrName, { offer: offer.name });
  const maySave = () => emit('hasoffers-copy', { kind: 'qr', text: url } satisfies LinkCopy);
  const save = {
    SVG: () => maySave() && downloadFile(`qr-${offer.id}.svg`, 'image/svg+xml', toSvg(image)),
    PNG: () => maySave() && toPng(image, (png) => downloadFile(`qr-${offer.id}.png`, 'image/png', png)),
  };
  return (
    <figure part="qr" class="qr">
      <svg part="qr-image" role="img" aria-label={name} viewBox={image.viewBox} width={size} height={size}>
        <rect width="100%" height="100%" fill="#fff" />
        <path d={image.path} fill="#000" />
      </svg>
      <figcaption class="actions">
        {(['SVG', 'PNG'] as const).map((format) => (
          <button
            type="button"
            part="download"
            key={format}
            aria-label={formatMessage(messages.downloadAs, { format })}
            onClick={save[format]}
          >
            {format}
          </button>
        ))}
      </figcaption>
    </figure>
  );
}
