import { describe, expect, it } from 'vitest';
import { compareCounts, countElements } from './rows/markup.js';
import { mostWithin } from './rows/upstream.js';
import { sampleInRotation, spreadOf } from './statistics.js';

describe('spreadOf', () => {
  it('gives the median and the quartiles', () => {
    expect(spreadOf([4, 1, 3, 2, 5])).toEqual({ median: 3, low: 2, high: 4 });
    expect(spreadOf([1, 2])).toEqual({ median: 1.5, low: 1.25, high: 1.75 });
  });
});

describe('sampleInRotation', () => {
  it('begins with another subject in each round', async () => {
    const order: string[] = [];
    const sampler = (name: string) => async (round: number) => {
      order.push(name);
      return round;
    };
    const rounds = await sampleInRotation(
      { atLeast: 3, atMost: 3, seconds: 0 },
      { a: sampler('a'), b: sampler('b'), c: sampler('c') },
    );
    expect(order.join('')).toBe('abcbcacab');
    expect(rounds).toEqual([0, 1, 2].map((round) => ({ a: round, b: round, c: round })));
  });

  it('ends by the clock once there are enough rounds', async () => {
    const rounds = await sampleInRotation({ atLeast: 2, atMost: 9, seconds: -1 }, { only: async () => 0 });
    expect(rounds).toHaveLength(2);
  });
});

describe('elements of two shadow roots', () => {
  it('are counted by tag and classes, in any order of the classes', () => {
    const counts = countElements(['<p class="b  a " dir="auto">text', 'more text', '<p class="a b">', '<my-tag>']);
    expect([...counts]).toEqual([
      ['p.a.b', 2],
      ['my-tag', 1],
    ]);
  });

  it('differ where one has more of a kind', () => {
    const difference = compareCounts(countElements(['<p>', '<a>', '<a>']), countElements(['<a>', '<i>', '<p>']));
    expect(difference).toEqual([
      { key: 'a', ours: 2, other: 1 },
      { key: 'i', ours: 0, other: 1 },
    ]);
  });
});

describe('mostWithin', () => {
  it('finds the fullest window wherever it begins', () => {
    expect(mostWithin([0, 6, 7, 8, 14, 15], 10)).toBe(5);
    expect(mostWithin([0, 10, 20], 10)).toBe(1);
    expect(mostWithin([], 10)).toBe(0);
  });
});
