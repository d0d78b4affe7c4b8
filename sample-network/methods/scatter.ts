/** A whole number of 32 bits that looks random and is the same for the same seed. */
export function scatter(seed: number): number {
  let value = seed | 0;
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 16)) >>> 0;
}

export function pick<Item>(list: readonly Item[], luck: number): Item {
  const item = list[luck % list.length];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}
