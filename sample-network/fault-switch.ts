import type { Fault } from './faults.js';

/** Which calls a switched-on fault hits; what is left out does not matter. */
export interface FaultScope {
  readonly target?: string;
  readonly method?: string;
  readonly key?: string;
  /** Switches itself off after so many calls. */
  readonly times?: number;
}

/** The one fault that is switched on for everybody, next to those that a call brings along in its path. */
export class FaultSwitch {
  #fault: Fault | null;
  #scope: FaultScope = {};
  #hits = 0;

  constructor(fault: Fault | null = null) {
    this.#fault = fault;
  }

  set(fault: Fault | null, scope: FaultScope = {}): void {
    this.#fault = fault;
    this.#scope = scope;
    this.#hits = 0;
  }

  get current(): Fault | null {
    return this.#fault;
  }

  /** The fault for this call, if it hits; counts the hit. */
  take(call: { readonly target: string; readonly method: string; readonly key: string }): Fault | null {
    const { target, method, key, times = Number.POSITIVE_INFINITY } = this.#scope;
    const hits =
      (target === undefined || target === call.target) &&
      (method === undefined || method === call.method) &&
      (key === undefined || key === call.key) &&
      this.#hits < times;
    if (!hits || !this.#fault) return null;
    this.#hits += 1;
    if (this.#fault.name === 'key-rotated') return this.#hits > this.#fault.value ? { ...this.#fault, value: 0 } : null;
    return this.#fault;
  }
}
