import type { Assumptions } from './assume.js';

/** What the widgets do not use of signals: subscriptions and conversions (everything is read by `.value`), names, watchers, models. */
export const signals: Readonly<Record<string, Assumptions>> = {
  'signals-core/src/index.ts': {
    'this._watched': 'undefined',
    'this._unwatched': 'undefined',
    'this.name': 'undefined',
    options: 'undefined',
    'new Signal(value, options)': 'new Signal(value)',
    'new Effect(fn, options)': 'new Effect(fn)',
    'untracked(() => { this._watched?.call(this); })': 'undefined',
    'untracked(() => { this._unwatched?.call(this); })': 'undefined',
    'Signal.prototype.brand': 'undefined',
    'Signal.prototype.subscribe': 'undefined',
    'Signal.prototype.valueOf': 'undefined',
    'Signal.prototype.toString': 'undefined',
    'Signal.prototype.toJSON': 'undefined',
    'Effect.prototype.dispose': 'undefined',
    'dispose[Symbol.dispose]': 'undefined',
    // Without a subscription there is nothing to be kept from.
    'untracked(() => this.value)': 'this._value',
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
    // An effect forgets what it has read before it runs again, instead of comparing afterwards. The list of what it reads
    // is then only gone through from its end, and no node is used twice.
    'prepareSources(this)': 'disposeEffect(this)',
    'Effect.prototype._start: cleanupEffect(this)': 'void 0',
    'cleanupSources(this)': 'void 0',
    'node._version === -1': '!1',
    '_version:': '',
    '_rollbackNode:': '',
    '_nextSource:': '',
    'evalContext._sources._nextSource = node': 'void 0',
    'disposeEffect: node = node._nextSource': 'node = node._prevSource',
    'disposeEffect: node._source._unsubscribe(node)':
      '(node._source._node = undefined, node._source._unsubscribe(node))',
    'effect._fn = undefined': 'void 0',
    'targets !== node && node._prevTarget === undefined': '!0',
    'this._targets !== undefined': '!0',
    'node._prevTarget = undefined': 'void 0',
    'node._nextTarget = undefined': 'void 0',
    'node === this._targets': '!prev',
    // One that is ended while it runs forgets at once, and what it reads from then on when it has run.
    'this._flags & RUNNING': '!1',
    'this._flags |= RUNNING': 'void 0',
    'this._flags &= ~RUNNING': 'void 0',
    'this._flags &= ~DISPOSED': 'void 0',
    'Effect.prototype._callback: this._flags & DISPOSED': '!1',
    // What effects leave to be done is to disconnect an observer, which throws nothing and reads no signal.
    'cleanupEffect: catch err': '',
    'cleanupEffect: finally': '',
    'cleanupEffect: startBatch()': 'void 0',
    'cleanupEffect: endBatch()': 'void 0',
    'cleanupEffect: evalContext = undefined': 'void 0',
    'cleanupEffect: evalContext = prevContext': 'void 0',
    'endEffect: finally': '',
    // To tell an effect is to put it into a list.
    'set: finally': '',
    // The element's own drawing catches what a view throws; a batch tells of the last failure in it, as of any.
    'effect: catch err': '',
    '!hasError': '!0',
    'hasError = true': 'void 0',
    hasError: 'error',
    // Read as such where nothing is.
    'Signal: this._node': 'undefined',
    'Signal: this._targets': 'undefined',
    'Effect: this._cleanup': 'undefined',
    'Effect: this._sources': 'undefined',
    'Effect: this._nextBatchedEffect': 'undefined',
    '_prevTarget:': '',
    '_nextTarget:': '',
    // Each of these is an object, or there is none.
    ...Object.fromEntries(
      ['batchedEffect', 'effect', 'node', 'evalContext._sources', 'targets', 'prev', 'next'].map((each) => [
        `${each} !== undefined`,
        each,
      ]),
    ),
    'evalContext === undefined': '!evalContext',
    'node === undefined || node._target !== evalContext': 'node?._target !== evalContext',
  },
};
