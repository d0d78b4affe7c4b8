import { type Conversion, type ConversionField, conversionStatuses } from '../../../shared/api/conversions.js';
import { useMessages } from '../../../shared/element/widget-context.js';
import { conversionsMessages } from '../../../shared/i18n/conversions-messages.js';
import { type ConversionFormats, offerName, toDateTime, toPlainValue } from '../format-conversions.js';

interface ConversionValueProps {
  readonly conversion: Conversion;
  readonly field: ConversionField;
  readonly formats: ConversionFormats;
}

/** One field of a conversion. */
export function ConversionValue({ conversion, field, formats }: ConversionValueProps) {
  switch (field) {
    case 'time':
      return <Time time={conversion.time} text={formats.time(conversion.time)} />;
    case 'status':
      return <Status status={conversion.status} />;
    case 'payout':
      return <Payout conversion={conversion} formats={formats} />;
    case 'offer':
      return <Text text={offerName(conversion)} />;
    default:
      return <Text text={toPlainValue(conversion, field)} />;
  }
}

const none = '\u2013';

function Text({ text }: { readonly text: string }) {
  if (!text) return <span class="muted">{none}</span>;
  return (
    <span key={text} class="line" dir="auto" title={text}>
      {text}
    </span>
  );
}

function Time({ time, text }: { readonly time: string; readonly text: string }) {
  if (!text) return <span class="muted">{none}</span>;
  return (
    <time part="time" dateTime={toDateTime(time)} key={text}>
      {text}
    </time>
  );
}

/** A word; its colour says nothing that the word does not. */
function Status({ status }: { readonly status: string }) {
  const messages = useMessages(conversionsMessages);
  const known = conversionStatuses.find((each) => each === status);
  const text = known ? messages[`status:${known}`] : status || none;
  return (
    <span part="status" class={`badge ${known ?? ''}`} key={text}>
      {text}
    </span>
  );
}

/** In the conversion's own currency; nothing is converted. */
function Payout({ conversion: { payout, currency }, formats }: Pick<ConversionValueProps, 'conversion' | 'formats'>) {
  const text = payout === null ? none : formats.payout(payout, currency);
  return (
    <span part="payout" key={text}>
      {text}
    </span>
  );
}
