import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApplicationState, isKnownNetwork, runCall } from '../application.js';
import { type Endpoint, networkIdOfHost, type Prefixes } from '../endpoint.js';
import { FaultSwitch } from '../fault-switch.js';
import { type Fault, parseFault } from '../faults.js';
import { sampleNetworkId } from '../keys.js';
import { type RecordedCall, type Recorder, toPlainParams } from '../recorder.js';
import { earlyError, envelope } from '../wire/envelope.js';
import { encodePhpJson, type WireRecord } from '../wire/php-json.js';
import type { PhpArray } from '../wire/php-params.js';
import { corruptAnswer, replaceAnswer } from './fault-answer.js';
import { failEarly, sendFaulty } from './fault-transport.js';
import { readParams } from './read-request.js';
import { type Reply, sendReply } from './reply.js';
import type { Timers } from './timers.js';

export interface ApiRoute {
  readonly state: ApplicationState;
  readonly calls: Recorder<RecordedCall>;
  readonly faultSwitch: FaultSwitch;
  /** One per fault that came in a path: they count calls on their own. */
  readonly pathFaults: Map<string, FaultSwitch>;
  readonly timers: Timers;
  readonly url: () => string;
}

/** One API call from socket to socket. */
export async function handleApiCall(
  route: ApiRoute,
  request: IncomingMessage,
  response: ServerResponse,
  parsed: { readonly endpoint: Endpoint; readonly prefixes: Prefixes; readonly query: string },
): Promise<void> {
  const { endpoint, prefixes, query } = parsed;
  const { params, length } = await readParams(request, query);
  const key = text(params, 'api_key');
  const target = endpoint.target ?? text(params, 'Target');
  const method = text(params, 'Method');
  // Invention: a plain local URL without NetworkId stands for the sample network's own sub-domain.
  const networkId =
    prefixes.networkId ?? networkIdOfHost(request.headers.host) ?? (text(params, 'NetworkId') || sampleNetworkId);

  route.calls.add({
    target,
    method,
    // A thousand recorded calls must stay small.
    params: length > maxRecordedLength ? {} : toPlainParams(params),
    key,
    networkId,
    verb: request.method ?? '',
    path: prefixes.path,
    at: route.state.now(),
  });

  const faults = faultsOf(route, prefixes, { target, method, key });
  for (const fault of faults) {
    const redirectTo = `${route.url()}/redirected/once${prefixes.path}?${query}${keyInQuery(query, key)}`;
    if (await failEarly(fault, request, response, route.timers, redirectTo)) return;
  }

  const body = writeBody({ route, endpoint, params, key, target, method, networkId, faults });
  const reply: Reply = { status: 200, ...wrapped(encodePhpJson(body), endpoint, params) };
  for (const fault of faults) {
    if (await sendFaulty(fault, response, reply, route.timers)) return;
  }
  sendReply(request, response, reply);
}

const maxRecordedLength = 16_000;

/** A posted key is repeated in the URL as well: that is the point of this fault. */
function keyInQuery(query: string, key: string): string {
  return query.includes('api_key=') ? '' : `&api_key=${encodeURIComponent(key)}`;
}

interface Parts {
  readonly route: ApiRoute;
  readonly endpoint: Endpoint;
  readonly params: PhpArray;
  readonly key: string;
  readonly target: string;
  readonly method: string;
  readonly networkId: string;
  readonly faults: readonly Fault[];
}

/** Format → network id → the application. */
function writeBody({ route, endpoint, params, key, target, method, networkId, faults }: Parts): WireRecord {
  // Both shapes of this error are recorded; the older URL form answers with the list here.
  if (endpoint.format !== 'json' && endpoint.format !== 'jsonp') {
    return earlyError('Unsupported output format in URL', endpoint.version === '2' ? 'object' : 'list');
  }
  if (!isKnownNetwork(networkId) || faults.some((fault) => fault.name === 'network-id')) {
    return earlyError('Network id is not valid', 'object');
  }
  const replaced = faults
    .map((fault) => replaceAnswer(fault, key, networkId, route.state.rate))
    .find((answer) => answer !== null);
  const relations = !faults.some((fault) => fault.name === 'relation');
  const good = replaced ?? runCall({ networkId, target, method, params, relations }, route.state);
  const result = faults.reduce((answer, fault) => corruptAnswer(fault, answer, key), good);
  return envelope(echo(params, endpoint, target, faults), result);
}

/** All parameters as they came, the key included, with what the endpoint adds. */
function echo(params: PhpArray, endpoint: Endpoint, target: string, faults: readonly Fault[]): PhpArray {
  const request: PhpArray = new Map([
    ['Target', target],
    ['Format', endpoint.format],
    ['Service', 'HasOffers'],
    ['Version', endpoint.version],
  ]);
  for (const [name, value] of params) request.set(name, value);
  for (const fault of faults) {
    if (fault.name === 'oversized') request.set('padding', 'x'.repeat(fault.value * 1_000_000));
  }
  return request;
}

function wrapped(json: string, endpoint: Endpoint, params: PhpArray): Pick<Reply, 'type' | 'body'> {
  if (endpoint.format !== 'jsonp') return { type: 'application/json', body: json };
  const callback = text(params, 'callback');
  // Invention: a callback that is no plain name becomes `callback`.
  const name = /^[\w$.]{1,100}$/.test(callback) ? callback : 'callback';
  return { type: 'application/javascript', body: `${name}(${json});` };
}

const maxPathFaults = 500;

function faultsOf(
  route: ApiRoute,
  prefixes: Prefixes,
  call: { readonly target: string; readonly method: string; readonly key: string },
): readonly Fault[] {
  const found: Fault[] = [];
  for (const name of prefixes.faults) {
    const fault = parseFault(name);
    if (!fault) continue;
    const counter = `${name} ${call.key}`;
    const known = route.pathFaults.get(counter);
    const pathFault = known ?? new FaultSwitch(fault);
    if (!known) {
      if (route.pathFaults.size >= maxPathFaults) route.pathFaults.clear();
      route.pathFaults.set(counter, pathFault);
    }
    const hit = pathFault.take(call);
    if (hit) found.push(hit);
  }
  const general = route.faultSwitch.take(call);
  return general ? [...found, general] : found;
}

function text(params: PhpArray, name: string): string {
  const value = params.get(name);
  return typeof value === 'string' ? value : '';
}
