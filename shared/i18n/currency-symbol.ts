/** An amount as Intl writes it; from right to left, the sign of "US$" or "JP¥" would stand on the wrong side of its letters. */
export const holdSymbol = (amount: string): string => amount.replace(/\u200f.*[A-Z]\p{Sc}$/u, '$&\u200e');
