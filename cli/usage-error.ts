/** Wrong usage of the command; the message is printed above the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
