/**
 * Finds a secret in a text in any form that it may have been encoded to: raw, in other case, percent-encoded (also
 * twice, also needlessly), hexadecimal, base64 and base64url at every alignment.
 */
export type SecretScan = (text: string) => boolean;

/** The last line of defence: the response schema should leave nothing to find. */
export function createSecretScan(secrets: readonly string[]): SecretScan {
  const exact = secrets.flatMap(base64Forms);
  const anyCase = secrets.flatMap((secret) => [secret, toHex(secret)]).map((form) => form.toLowerCase());
  return (text) => {
    for (const form of unescaped(text)) {
      const lower = form.toLowerCase();
      if (anyCase.some((secret) => lower.includes(secret))) return true;
      if (exact.some((secret) => form.includes(secret))) return true;
    }
    return false;
  };
}

/** The text itself, and what percent-decoding makes of it, up to two rounds. */
function unescaped(text: string): readonly string[] {
  const forms = [text];
  for (let round = 0, last = text; round < 2 && last.includes('%'); round += 1) {
    // Byte by byte, since the text need not be valid UTF-8; a secret is ASCII.
    const next = last.replace(/%([0-7][0-9a-fA-F])/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (next === last) break;
    forms.push(next);
    last = next;
  }
  return forms;
}

/** A secret inside a longer base64 text begins at one of three bit positions; the edges mix with their neighbours. */
function base64Forms(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const encoded = btoa('\0'.repeat(shift) + secret).replace(/=+$/, '');
    const inner = encoded.slice(shift === 0 ? 0 : shift + 1, (secret.length + shift) % 3 === 0 ? undefined : -1);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function toHex(secret: string): string {
  return [...secret].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
