import { numbersBelow } from './numbers-below.js';

/** A list cut into lists of at most so many items. */
export const chunk = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  numbersBelow(Math.ceil(items.length / size)).map((index) => items.slice(index * size, (index + 1) * size));
