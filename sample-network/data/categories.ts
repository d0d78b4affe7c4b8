/** Ids as a network that has been running for years would have them: in no order, with gaps. */
export const categoryIds = {
  'Home & Garden': '52',
  Fashion: '8',
  Travel: '31',
  Beauty: '17',
  'Sports & Outdoors': '44',
  'Food & Drink': '63',
  Electronics: '5',
  'Software & Apps': '71',
  'Finance & Insurance': '12',
  'Education & Books': '38',
  Pets: '80',
  'Kids & Toys': '26',
} as const;

export type CategoryName = keyof typeof categoryIds;

export const categoryNames = Object.keys(categoryIds) as readonly CategoryName[];
