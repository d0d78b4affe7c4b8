/**
 * 0, 1, 2 … up to a count. Not by `Array.from`: pages with old Prototype.js or MooTools have one of their own, which takes
 * no function.
 */
export const numbersBelow = (count: number): readonly number[] => [...Array(count).keys()];
