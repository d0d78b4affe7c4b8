import { useRef } from 'preact/hooks';
import type { Creative } from '../../../shared/api/creatives.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { formatMessage } from '../../../shared/i18n/format-message.js';
import { formatFor, keptMacros } from '../creative-code.js';
import type { CodeFormat, CodeResult, CreativesAttributes } from '../creatives.types.js';
import { CardNotes } from './CardNotes.js';
import { CodeBox } from './CodeBox.js';
import { CreativePreview } from './CreativePreview.js';
import { formatNames, useTypeName } from './format-creative.js';
import { HtmlFrame, isFrameBlocked } from './HtmlFrame.js';
import { useCopyCode } from './use-copy-code.js';

interface CreativeCardProps {
  readonly creative: Creative;
  /** `undefined` = it was not copied yet. */
  readonly code: CodeResult | undefined;
  /** In which it is copied, if that is possible. */
  readonly format: CodeFormat;
  readonly preview: CreativesAttributes['preview'];
  readonly createCode: (creative: Creative) => Promise<string | null>;
}

/** One creative: what it looks like, what it is, and its code to copy. */
export function CreativeCard({ creative, code, format, preview, createCode }: CreativeCardProps) {
  const typeName = useTypeName();
  const { messages } = useWidget();
  const { name, type, width, height, expires } = creative;
  const box = useRef<HTMLPreElement>(null);
  const isExpired = expires !== null && expires < Date.now();
  const kind = formatFor(creative, format);
  const text = code?.status === 'ready' ? code.text : undefined;
  const copying = useCopyCode({ creative, kind, text, createCode, box });

  const hasFrame = preview === 'frame' && creative.code !== null && !isFrameBlocked.value;
  // What the network wrote stands in the place of a picture, with the link as soon as there is one.
  const written = preview === 'none' || hasFrame ? null : creative.code;
  const isWrittenCopied = written !== null && kind === 'html';
  const kept = creative.code !== null && kind === 'html' ? keptMacros(text ?? creative.code, text !== undefined) : [];

  return (
    <li part="item" class="card item">
      {hasFrame && <HtmlFrame creative={creative} />}
      {written !== null && (
        <div part="preview" class="preview">
          <CodeBox name={name} text={(isWrittenCopied && text) || written} boxRef={isWrittenCopied ? box : undefined} />
        </div>
      )}
      {preview !== 'none' && creative.code === null && <CreativePreview creative={creative} />}
      <p key={name} part="name" class="name" dir="auto" title={name}>
        {name}
      </p>
      <p part="size" class="muted facts">
        <span key={typeName(type)}>{typeName(type)}</span>
        {width && height && <bdi dir="ltr">{`${width} \u00d7 ${height}`}</bdi>}
      </p>
      {isExpired || (
        <button
          type="button"
          part="copy"
          class={`copy ${copying.isCopied ? 'done' : ''}`}
          aria-busy={code?.status === 'loading'}
          onClick={copying.start}
        >
          <CopyLabel
            text={copying.isCopied ? messages.copied : formatMessage(messages.copy, { what: formatNames[kind] })}
          />{' '}
          <span class="visually-hidden">{name}</span>
        </button>
      )}
      {!isWrittenCopied && code?.status === 'loading' && <span class="skeleton code" />}
      {!isWrittenCopied && text !== undefined && <CodeBox name={name} text={text} boxRef={box} />}
      <CardNotes isExpired={isExpired} code={code} isByHand={copying.isByHand} kept={kept} />
    </li>
  );
}

const CopyLabel = ({ text }: { readonly text: string }) => <span key={text}>{text}</span>;

/** As high as a creative that was not copied yet. */
export const CreativeSkeleton = ({ hasPreview }: { readonly hasPreview: boolean }) => (
  <li class="card item" aria-hidden="true">
    {hasPreview && <span class="preview" />}
    <div class="name">
      <span class="skeleton" />
    </div>
    <div class="muted">
      <span class="skeleton" />
    </div>
    <span class="skeleton copy" />
  </li>
);
