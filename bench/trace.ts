/** What is read of an event of Chromium's trace format. */
export interface TraceEvent {
  readonly name: string;
  /** Kind: `X` = an event that has ended. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Begin, in microseconds. */
  readonly ts: number;
  /** Microseconds of the clock. */
  readonly dur?: number;
  /** Microseconds of the thread's own: without those in which the processor did something else. Absent where it is 0. */
  readonly tdur?: number;
}

/** Categories that {@link mainThreadTime} needs in a trace. */
export const traceCategories = ['toplevel', 'blink.user_timing'];

/**
 * Milliseconds of processor time that the main thread of a page spent in tasks, until the page set a mark.
 *
 * @param mark - Name of the `performance.mark`. It tells the page's process and thread, and ends what is counted: the task
 *   that sets it is the last one.
 */
export function mainThreadTime(events: readonly TraceEvent[], mark: string): number {
  const marks = events.filter(({ name }) => name === mark);
  const [end] = marks;
  if (marks.length !== 1 || !end) throw new Error(`The trace has ${marks.length} marks "${mark}".`);
  const tasks = events
    .filter(({ name, ph, pid, tid, ts }) => {
      return (
        name === 'ThreadControllerImpl::RunTask' && ph === 'X' && pid === end.pid && tid === end.tid && ts <= end.ts
      );
    })
    .sort((one, other) => one.ts - other.ts);
  let total = 0;
  let free = 0;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    // Within the task before: a nested loop, counted with it.
    if (ts < free) continue;
    free = ts + dur;
    total += tdur;
  }
  if (!total) throw new Error('The trace has no thread times.');
  return total / 1000;
}
