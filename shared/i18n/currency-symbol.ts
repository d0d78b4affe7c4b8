/** An amount as Intl writes it; from right to left, the dollar of "US$" would stand on the wrong side of its letters. */
export const holdSymbol = (amount: string): string => amount.replace(/\u200f.*[A-Z]\$$/, '$&\u200e');
