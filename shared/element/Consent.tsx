import { fill, type Messages } from '../messages.js';

interface ConsentProps {
  readonly t: Messages;
  /** The proxy's, as the page's author wrote it. */
  readonly address: string | null;
  readonly base: string;
  readonly agree: () => void;
}

/** Asks before anything is loaded. */
export function Consent({ t, address, base, agree }: ConsentProps) {
  return (
    <div part="consent" class="card notice">
      <p>{fill(t.consent, { host: URL.parse?.(address ?? '', base)?.host ?? location.host })}</p>
      <button type="button" onClick={agree}>
        {t.agree}
      </button>
    </div>
  );
}
