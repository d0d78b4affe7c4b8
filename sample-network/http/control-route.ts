import type { FaultScope, FaultSwitch } from '../fault-switch.js';
import { faultNames, parseFault } from '../faults.js';
import { type SampleKeyName, sampleKeys } from '../keys.js';
import type { RecordedCall, RecordedVisit } from '../recorder.js';
import type { Reply } from './reply.js';

export interface Controls {
  readonly calls: readonly RecordedCall[];
  readonly visits: readonly RecordedVisit[];
  readonly faultSwitch: FaultSwitch;
  setOfferCount(count: number | null): void;
  revokeKey(key: string): void;
  restoreKey(key: string): void;
  reset(): void;
}

/** Invention: everything under /_control. No real network has it; demos and end-to-end tests steer this one by it. */
export function handleControl(path: string, verb: string, query: URLSearchParams, controls: Controls): Reply {
  const name = path.slice('/_control'.length);
  if (verb === 'GET' && name === '/calls') return json(200, { calls: controls.calls, visits: controls.visits });
  if (verb === 'GET' && (name === '' || name === '/')) {
    return json(200, { faults: faultNames, fault: controls.faultSwitch.current, keys: Object.keys(sampleKeys) });
  }
  if (verb !== 'POST') return json(405, { error: 'Use POST to change something.' });
  switch (name) {
    case '/fault':
      return switchFault(query, controls.faultSwitch);
    case '/offers': {
      const count = query.get('count') ?? '';
      if (count !== '' && !/^\d{1,4}$/.test(count))
        return json(400, { error: 'count is a number up to 9999, or empty.' });
      controls.setOfferCount(count === '' ? null : Number(count));
      return json(200, { ok: true });
    }
    case '/revoke':
      controls.revokeKey(keyOf(query.get('key') ?? ''));
      return json(200, { ok: true });
    case '/restore':
      controls.restoreKey(keyOf(query.get('key') ?? ''));
      return json(200, { ok: true });
    case '/reset':
      controls.reset();
      return json(200, { ok: true });
    default:
      return json(404, { error: 'No such control.' });
  }
}

function switchFault(query: URLSearchParams, faultSwitch: FaultSwitch): Reply {
  const name = query.get('name') ?? 'none';
  const fault = name === 'none' ? null : parseFault(name);
  if (name !== 'none' && !fault) return json(400, { error: `No such fault: ${name}`, faults: faultNames });
  const [target, method, key, times] = ['target', 'method', 'key', 'times'].map((part) => query.get(part));
  const scope: FaultScope = {
    ...(target ? { target } : {}),
    ...(method ? { method } : {}),
    ...(key ? { key: keyOf(key) } : {}),
    ...(times ? { times: Number(times) } : {}),
  };
  faultSwitch.set(fault, scope);
  return json(200, { fault, scope });
}

/** A key by its name in `sampleKeys`, or the key itself. */
function keyOf(text: string): string {
  return Object.hasOwn(sampleKeys, text) ? sampleKeys[text as SampleKeyName] : text;
}

function json(status: number, body: unknown): Reply {
  return { status, type: 'application/json', body: JSON.stringify(body, null, 2) };
}
