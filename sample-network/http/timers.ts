/** Timeouts that are all cleared when the network closes, so that nothing keeps a process alive. */
export class Timers {
  readonly #running = new Set<NodeJS.Timeout>();
  #closed = false;

  /** Resolves after `ms`, or never once the timers are cleared. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#closed) return;
      const timer = setTimeout(() => {
        this.#running.delete(timer);
        resolve();
      }, ms);
      this.#running.add(timer);
    });
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
}
