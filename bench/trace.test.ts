import { describe, expect, it } from 'vitest';
import { mainThreadTime, type TraceEvent } from './trace.js';

const task = (ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name: 'ThreadControllerImpl::RunTask',
  ph: 'X',
  pid: 1,
  tid: 1,
  ts,
  dur,
  tdur: dur / 2,
  ...more,
});
const mark = (ts: number): TraceEvent => ({ name: 'settled', ph: 'I', pid: 1, tid: 1, ts });

describe('mainThreadTime', () => {
  it('adds the thread times of the tasks that began before the mark, in milliseconds', () => {
    expect(mainThreadTime([task(0, 2000), task(5000, 4000), mark(6000), task(9000, 8000)], 'settled')).toBe(3);
  });

  it('counts a task within a task once', () => {
    expect(mainThreadTime([task(100, 500), task(0, 2000), mark(3000)], 'settled')).toBe(1);
  });

  it('leaves out other threads, other processes and other events', () => {
    const others = [task(0, 100, { tid: 2 }), task(0, 100, { pid: 2 }), task(0, 100, { name: 'Paint' })];
    expect(mainThreadTime([...others, task(0, 2000), mark(3000)], 'settled')).toBe(1);
  });

  it('takes a task without a thread time for one of 0', () => {
    const { tdur: _, ...short } = task(0, 1);
    expect(mainThreadTime([short, task(10, 2000), mark(3000)], 'settled')).toBe(1);
  });

  it('throws where there is no mark, more than one, or no thread time at all', () => {
    expect(() => mainThreadTime([task(0, 1)], 'settled')).toThrow('0 marks');
    expect(() => mainThreadTime([task(0, 1), mark(1), mark(2)], 'settled')).toThrow('2 marks');
    expect(() => mainThreadTime([task(0, 1, { tdur: 0 }), mark(1)], 'settled')).toThrow('thread times');
  });
});
