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
    // Where they are called, once each, `_subscribe` and `_unsubscribe` are shorter.
    'Signal.prototype._subscribe': 'undefined',
    'Signal.prototype._unsubscribe': 'undefined',
    '_nextTarget:': '_nextTarget: signal._targets',
    'signal._subscribe(node)': 'signal._targets && (signal._targets._prevTarget = node), signal._targets = node',
    'node._source._unsubscribe(node)': `node._source._node = undefined,
      node._nextTarget && (node._nextTarget._prevTarget = node._prevTarget),
      node._prevTarget ? node._prevTarget._nextTarget = node._nextTarget : node._source._targets = node._nextTarget`,
    'effect._fn = undefined': 'void 0',
    // One that is ended while it runs forgets at once, and what it reads from then on when it has run.
    'this._flags & RUNNING': '!1',
    'this._flags |= RUNNING': 'void 0',
    'this._flags &= ~RUNNING': 'void 0',
    'this._flags &= ~DISPOSED': 'void 0',
    'Effect.prototype._callback: this._flags & DISPOSED': '!1',
    // What an effect leaves to be done, if anything, is to disconnect an observer: it throws nothing, reads no signal, and
    // does no harm when it is done twice.
    'typeof cleanup === "function"': '!0',
    'cleanupEffect(effect)': 'effect._cleanup?.()',
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
    'Effect: this._flags': 'undefined',
    'Effect: this._nextBatchedEffect': 'undefined',
    '_prevTarget:': '',
    // Each of these is an object, or there is none.
    ...Object.fromEntries(
      ['batchedEffect', 'effect', 'node', 'evalContext._sources', 'prev'].map((each) => [
        `${each} !== undefined`,
        each,
      ]),
    ),
    'evalContext === undefined': '!1',
    'addDependency(this)': 'evalContext && addDependency(this)',
    'node === undefined || node._target !== evalContext': 'node?._target !== evalContext',
  },
};
