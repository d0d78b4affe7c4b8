import { describe, expect, it } from 'vitest';
import { failedRows, toFigureRow, toRatioRow, writeTable } from './report.js';

const name = { part: 'part', what: 'what', unit: 'ms' } as const;
const verdictOf = (row: ReturnType<typeof toFigureRow>) => row.verdict?.holds;

describe('rows', () => {
  it('judges a figure by the most it may be', () => {
    expect(verdictOf(toFigureRow({ ...name, atMost: 2 }, 2))).toBe(true);
    expect(verdictOf(toFigureRow({ ...name, atMost: 2 }, 2.1))).toBe(false);
    expect(verdictOf(toFigureRow(name, 2.1))).toBeUndefined();
  });

  it('judges the median of the ratios, to two digits', () => {
    const row = toRatioRow({ ...name, against: 'other', atMost: 1.5 }, [
      { ours: 1, other: 1 },
      { ours: 3.004, other: 2 },
      { ours: 9, other: 1 },
    ]);
    expect(row.comparison?.ratio.median).toBe(1.502);
    expect(verdictOf(row)).toBe(true);
    expect(row.figure).toBe(3.004);
    expect(verdictOf(toRatioRow({ ...name, against: 'other', atLeast: 2 }, [{ ours: 1, other: 1 }]))).toBe(false);
  });

  it('does not take a ratio that is no number for a good one', () => {
    expect(verdictOf(toRatioRow({ ...name, against: 'other', atMost: 2 }, [{ ours: 0, other: 0 }]))).toBe(false);
    expect(verdictOf(toFigureRow({ ...name, atMost: 2 }, Number.NaN))).toBe(false);
  });

  it('fails by the budget and not by the goal', () => {
    const missed = toFigureRow({ ...name, atMost: 2, goal: 1 }, 1.5);
    const failed = toFigureRow({ ...name, atMost: 2, goal: 1 }, 2.5);
    expect(failedRows([missed, failed, toFigureRow(name, 9)])).toEqual([failed]);
    expect(missed.verdict?.goalReached).toBe(false);
  });

  it('writes budget, figure and verdict', () => {
    const table = writeTable([toFigureRow({ ...name, atMost: 2, goal: 1 }, 1), toFigureRow({ ...name, atMost: 2 }, 3)]);
    const lines = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    expect(lines[2]).toEqual(['', 'part', 'what', '1 ms', '', '', '', '≤ 2, goal 1', 'holds, goal reached', '']);
    expect(lines[3]?.slice(-3)).toEqual(['≤ 2', 'FAILS', '']);
  });
});
