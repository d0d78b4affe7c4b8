import { fill, type Messages } from '../messages.js';

/**
 * Asks before anything is loaded.
 *
 * @param address - The proxy's, as the page's author wrote it.
 */
export function showConsent(t: Messages, address: string | null, base: string, agree: () => void) {
  return (
    <div part="consent" class="card notice">
      <p>{fill(t.consent, { host: URL.parse?.(address ?? '', base)?.host ?? location.host })}</p>
      <button type="button" onClick={agree}>
        {t.agree}
      </button>
    </div>
  );
}
