import { formatMessage } from '../i18n/format-message.js';
import { parseEndpoint } from '../page/endpoint.js';
import { useWidget } from './widget-context.js';

interface ConsentProps {
  /** The proxy's URL, as the page gave it. */
  readonly endpoint: string | null;
  readonly onGrant: () => void;
}

/** Asks the visitor for consent before the first request, and names the host that gets it. */
export function Consent({ endpoint, onGrant }: ConsentProps) {
  const { host, messages } = useWidget();
  const url = parseEndpoint(endpoint, host.baseURI);
  // A wrong endpoint is never requested; after consent its error is shown.
  const hostName = typeof url === 'string' ? new URL(url).host : location.host;
  const question = formatMessage(messages.consent, { host: hostName });
  return (
    <div part="consent" class="card notice">
      <p key={question}>{question}</p>
      <button type="button" onClick={onGrant}>
        {messages.agree}
      </button>
    </div>
  );
}
