import { useState } from 'preact/hooks';
import type { Creative } from '../../../shared/api/creatives.js';
import { useMessages } from '../../../shared/element/widget-context.js';
import { creativesMessages } from '../../../shared/i18n/creatives-messages.js';
import { formatMessage } from '../../../shared/i18n/format-message.js';
import { toSecureUrl } from '../../../shared/ui/Picture.js';
import { useTypeName } from './format-creative.js';

/** The picture, or what the file is: a link to it in full size. The box is of one size whatever it shows. */
export function CreativePreview({ creative }: { readonly creative: Creative }) {
  const messages = useMessages(creativesMessages);
  const { url, name, type } = creative;
  const content =
    type === 'image' ? <CreativePicture key={url} creative={creative} /> : <TypeTile creative={creative} />;
  if (!url)
    return (
      <div part="preview" class="preview">
        {content}
      </div>
    );
  return (
    <a part="preview" class="preview" href={url} target="_blank" rel="noopener noreferrer">
      {content} <span class="visually-hidden">{formatMessage(messages.openCreative, { name })}</span>
    </a>
  );
}

/** The network pays for the traffic of its files: the small version, only near the viewport. Its name stands below. */
function CreativePicture({ creative: { url, thumbnail, width, height } }: { readonly creative: Creative }) {
  const messages = useMessages(creativesMessages);
  const [hasFailed, setHasFailed] = useState(false);
  const src = thumbnail ?? url;
  if (!src || hasFailed) return <span key={messages.noPreview}>{messages.noPreview}</span>;
  return (
    <img
      part="picture"
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      width={width ?? undefined}
      height={height ?? undefined}
      alt=""
      src={toSecureUrl(src)}
      onError={() => setHasFailed(true)}
    />
  );
}

function TypeTile({ creative: { type } }: { readonly creative: Creative }) {
  const typeName = useTypeName();
  return <span key={typeName(type)}>{typeName(type)}</span>;
}
