import { text } from './decode.js';

/**
 * An address that may go into `href` or `src`: absolute, http or https, without credentials, percent-encoded (upstream
 * leaves blanks in file names as they are, recorded). Anything else is `null`: `javascript:`, `data:`, `//host`, paths.
 */
export function toHttpUrl(value: unknown): string | null {
  const written = text(value);
  // The parser would repair more than this ("http:path", a tab inside the scheme), which nobody writes in earnest.
  if (!/^https?:\/\//i.test(written)) return null;
  try {
    const url = new URL(written);
    return url.username || url.password ? null : url.href;
  } catch {
    return null;
  }
}

/** One address that may follow `mailto:`: nothing in it can start a header (`?bcc=`) or a second recipient. */
export const toEmail = (value: unknown): string | null =>
  /^[^\s@?&,;:<>()[\]"%]+@[^\s@?&,;:<>()[\]"%]+$/.exec(text(value))?.[0] ?? null;

/** A phone number as its owner writes it; `null` for remarks such as "n/a" or "see above". */
export const toPhone = (value: unknown): string | null => (/(?:\d\D*){3}/.test(text(value)) ? text(value) : null);
