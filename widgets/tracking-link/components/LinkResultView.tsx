import { type ComponentChild, Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { formatMessage } from '../../../shared/i18n/format-message.js';
import { trackingLinkMessages } from '../../../shared/i18n/tracking-link-messages.js';
import { errorMessage } from '../../../shared/ui/error-message.js';
import type {
  LinkAction,
  LinkResult,
  TrackingLink,
  TrackingLinkAttributes,
  TrackingLinkModel,
} from '../tracking-link.types.js';
import { QrCode } from './QrCode.js';
import { useCopy } from './use-copy.js';

interface LinkResultViewProps {
  readonly model: TrackingLinkModel;
  readonly attributes: TrackingLinkAttributes;
}

/** The link with what can be done with it, or why there is none. */
export function LinkResultView({ model, attributes }: LinkResultViewProps) {
  const result = model.result.value;
  const link = model.link.value;
  const offerId = model.offer.value?.id;
  const last = useRef<TrackingLink | null>(null);
  if (link) last.current = link;
  if (result?.status === 'error') return <LinkError result={result} hasFieldMessage={'url' in model.problems.value} />;
  // While values change the one before keeps its place, out of sight: nothing moves, and nobody copies the wrong link.
  const shown = link ?? (last.current?.offer.id === offerId ? last.current : null);
  return shown && <LinkBox key={shown.url} link={shown} attributes={attributes} isCurrent={shown === link} />;
}

interface LinkErrorProps {
  readonly result: Extract<LinkResult, { readonly status: 'error' }>;
  readonly hasFieldMessage: boolean;
}

function LinkError({ result: { error }, hasFieldMessage }: LinkErrorProps) {
  const context = useWidget();
  const messages = useMessages(trackingLinkMessages);
  if (hasFieldMessage) return null;
  const isAboutOffer = error.code === 'permission' || error.code === 'not-found';
  const message = isAboutOffer ? messages.linkFailed : errorMessage(error, undefined, context);
  return (
    <p part="note" class="note problem" role="alert" key={message}>
      {message}
    </p>
  );
}

interface LinkBoxProps {
  readonly link: TrackingLink;
  readonly attributes: TrackingLinkAttributes;
  /** It belongs to what the fields say. */
  readonly isCurrent: boolean;
}

function LinkBox({ link, attributes, isCurrent }: LinkBoxProps) {
  const messages = useMessages(trackingLinkMessages);
  const { url, offer } = link;
  const { actions, qrSize } = attributes;
  const { copied, manual, copy, linkRef, htmlRef } = useCopy();
  const html = toHtml(link);
  const keys = /Mac|iP/.test(navigator.platform) ? '\u2318C' : 'Ctrl+C';
  const byHand = formatMessage(messages.copyByHand, { keys });

  const buttons: Readonly<Record<Exclude<LinkAction, 'qr'>, () => ComponentChild>> = {
    copy: () => (
      <CopyAction part="copy" label={messages.copyLink} isDone={copied === 'link'} onClick={() => copy('link', url)} />
    ),
    html: () => (
      <CopyAction part="html" label={messages.copyHtml} isDone={copied === 'html'} onClick={() => copy('html', html)} />
    ),
    share: () =>
      'share' in navigator && (
        <button
          type="button"
          part="share"
          // Closed without sharing.
          onClick={() => navigator.share({ title: offer.name, url }).catch(() => {})}
        >
          {messages.shareLink}
        </button>
      ),
    open: () => (
      <a part="open" class="open" href={url} target="_blank" rel="sponsored nofollow noopener">
        {messages.openLink} <span class="visually-hidden">{messages.newTab}</span>
      </a>
    ),
  };

  return (
    <div class={`result ${isCurrent ? '' : 'outdated'}`} inert={!isCurrent}>
      <div class="output">
        {/* Not a live region of its own: "Your link is ready" is said once. */}
        <output part="output" aria-live="off">
          <span part="link" class="url" dir="ltr" ref={linkRef}>
            {url}
          </span>
        </output>
        <div class="actions">
          {actions.map((action) => action !== 'qr' && <Fragment key={action}>{buttons[action]()}</Fragment>)}
        </div>
        {manual === 'html' && (
          <code part="html" class="url" dir="ltr" ref={htmlRef}>
            {html}
          </code>
        )}
        {manual && (
          <p part="note" class="note muted" key={byHand}>
            {byHand}
          </p>
        )}
      </div>
      {actions.includes('qr') && <QrCode link={link} size={qrSize} />}
    </div>
  );
}

interface CopyActionProps {
  readonly part: string;
  readonly label: string;
  readonly isDone: boolean;
  readonly onClick: () => void;
}

function CopyAction({ part, label, isDone, onClick }: CopyActionProps) {
  const { messages } = useWidget();
  const shown = isDone ? messages.copied : label;
  return (
    <button type="button" part={part} class={isDone ? 'done' : ''} onClick={onClick}>
      <span key={shown}>{shown}</span>
    </button>
  );
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);

/** The link as an affiliate pastes it into a page. What a browser makes of its `href` is the URL, byte by byte. */
const toHtml = ({ url, offer }: TrackingLink): string =>
  `<a href="${escapeHtml(url)}" rel="sponsored nofollow noopener">${escapeHtml(offer.name)}</a>`;
