/** RFC 7518 3.2: a key of at least the size of the hash, which for HS256 is 32 bytes. */
const minSecretBytes = 32;
const encoder = new TextEncoder();

/** What is wrong with a secret, in words that follow its name; `undefined` = nothing. Never repeats it. */
export function findSecretProblem(secret: unknown): string | undefined {
  const isText = typeof secret === 'string';
  if (!isText && !(Array.isArray(secret) && secret.every((each) => typeof each === 'string'))) return 'is missing';
  const secrets = toSecrets(secret);
  if (secrets.length === 0) return 'is missing';
  const short = secrets.findIndex((each) => encoder.encode(each).byteLength < minSecretBytes);
  if (short === -1) return undefined;
  return `has fewer than ${minSecretBytes} bytes at position ${short + 1}: make one with "openssl rand -hex 32"`;
}

/** With commas between, or in a list; blanks around each are not part of it. */
export function toSecrets(secret: string | readonly string[]): readonly string[] {
  const list = typeof secret === 'string' ? secret.split(',') : secret;
  return list.map((each) => each.trim()).filter((each) => each !== '');
}
