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
    // Nested in another one it does no harm.
    'batchDepth > 0': '!1',
    // Nothing is computed, so what an effect is told of has always changed, and no signal has to be asked whether it has.
    'Computed.prototype': 'undefined',
    'Computed.prototype._refresh': 'undefined',
    'Computed.prototype._subscribe': 'undefined',
    'Computed.prototype._unsubscribe': 'undefined',
    'Computed.prototype._notify': 'undefined',
    'Computed.prototype.value': 'undefined',
    'Signal.prototype._refresh': 'undefined',
    'needsToRecompute(effect)': 'true',
    'evalContext._flags & TRACKING': 'true',
    'node._version = this._version': 'void 0',
    'this._version++': 'void 0',
    'this._version': 'undefined',
    'globalVersion++': 'void 0',
    'this._batchSnapshotVersion': 'undefined',
    // Effects run one after the other and change nothing that they read.
    'batchIteration > 100': 'false',
    'batchIteration++': 'void 0',
    'batchIteration = 0': 'void 0',
    'evalContext !== this': 'false',
    'this._fn === undefined': 'false',
    'typeof cleanup === "function"': 'cleanup',
    // Each of these is an object, or there is none.
    ...Object.fromEntries(
      [
        'batchedEffect',
        'effect',
        'node',
        'node._nextSource',
        'evalContext._sources',
        'targets',
        'prev',
        'next',
        'this._targets',
        'node._rollbackNode',
        'rollbackNode',
        'node._prevSource',
      ].map((each) => [`${each} !== undefined`, each]),
    ),
    'evalContext === undefined': '!evalContext',
    'node._prevTarget === undefined': '!node._prevTarget',
    'node._nextSource === undefined': '!node._nextSource',
  },
};
