import { match, text } from './decode.js';

/**
 * An address that may go into `href` or `src`: absolute, http or https, without credentials, percent-encoded (upstream
 * leaves blanks in file names as they are, recorded). Anything else is `null`: `javascript:`, `data:`, `//host`, paths.
 */
export function toHttpUrl(value: unknown): string | null {
  const written = text(value);
  try {
    // The parser would repair more than this ("http:path", a tab inside the scheme), which nobody writes in earnest.
    if (/^https?:\/\/[^/?#\\@]+([/?#]|$)/i.test(written)) return new URL(written).href;
  } catch {
    // Not a host or not a port.
  }
  return null;
}

/** One address that may follow `mailto:`: nothing in it can start a header (`?bcc=`) or a second recipient. */
export const toEmail = (value: unknown): string | null => match(/^(?!.*[\s?&,;:<>()[\]"%])[^@]+@[^@]+$/, value);

/** A phone number as its owner writes it; `null` for remarks such as "n/a" or "see above". */
export const toPhone = (value: unknown): string | null => match(/^(.*\d){3}.*/, value);
