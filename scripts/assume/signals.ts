import type { Assumptions } from './assume.js';

/** What the widgets do not use of signals: subscriptions and conversions (everything is read by `.value`), names, watchers, models. */
export const signals: Readonly<Record<string, Assumptions>> = {
  'signals-core/src/index.ts': {
    'this._watched': 'undefined',
    'this._unwatched': 'undefined',
    'this.name': 'undefined',
    options: 'undefined',
    'untracked(() => { this._watched?.call(this); })': 'undefined',
    'untracked(() => { this._unwatched?.call(this); })': 'undefined',
    'Signal.prototype.brand': 'undefined',
    'Signal.prototype.subscribe': 'undefined',
    'Signal.prototype.valueOf': 'undefined',
    'Signal.prototype.toString': 'undefined',
    'Signal.prototype.toJSON': 'undefined',
    'Effect.prototype.dispose': 'undefined',
    'dispose[Symbol.dispose]': 'undefined',
    // Thrown all the same, without words.
    'new Error("Cycle detected")': 'Error()',
    'new Error("Out-of-order effect")': 'Error()',
    // In a batch nothing is set back to what it was.
    'recordBatchSnapshot(this)': 'undefined',
    'reconcileBatchSnapshots()': 'undefined',
    // Effects are collected while a model is made.
    capturedEffects: 'undefined',
  },
};
