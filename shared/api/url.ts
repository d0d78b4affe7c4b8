import { text } from './decode.js';

/**
 * A URL that may go into `href` or `src`: absolute, http or https, without credentials, percent-encoded (upstream
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
