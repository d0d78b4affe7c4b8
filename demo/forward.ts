import type { IncomingMessage, ServerResponse } from 'node:http';

export interface ForwardOptions {
  /** Base URL of the network. */
  readonly upstream: string;
  readonly networkId: string;
  readonly key: string;
  /** Seconds, sent with every response. */
  readonly retryAfter?: number | undefined;
}

/**
 * A proxy as people write it: adds the key, passes on what comes, takes the key out of it again. When the network cuts
 * the line, so does this.
 */
export function createForward({ upstream, networkId, key, retryAfter }: ForwardOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const query = new URL(request.url ?? '/', 'http://proxy').searchParams;
    query.set('NetworkId', networkId);
    query.set('api_key', key);
    try {
      const answer = await fetch(`${upstream}/Apiv3/json?${query}`);
      const body = (await answer.text()).replaceAll(key, '');
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
        ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      });
      response.end(body);
    } catch {
      request.socket.destroy();
    }
  };
}
