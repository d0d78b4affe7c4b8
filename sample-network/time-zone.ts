/**
 * Invention: which zone the network has. That it has one, that reports are in it, and that it need not be UTC is documented;
 * no method of the Affiliate API names it.
 */
export const sampleNetworkTimeZone = 'America/New_York';

// Sweden writes dates as the API does.
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: sampleNetworkTimeZone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Milliseconds since 1970 → `2026-07-01 08:00:00` on the network's clock. */
export function toNetworkTime(instant: number): string {
  return wallClock.format(instant);
}
