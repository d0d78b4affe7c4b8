import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createTokens, type MintOptions } from '../../proxy/tokens/tokens.js';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Who can sign in, and what each of them may see. A real site has its own accounts and passwords here. */
const people: Readonly<Record<string, Omit<MintOptions, 'subject'>>> = {
  'member-1': { scopes: ['stats', 'conversions'], lock: { aff_sub: 'member-1' } },
  'member-2': { scopes: ['stats', 'conversions'], lock: { aff_sub: 'member-2' } },
  owner: { scopes: ['stats', 'conversions', 'payments', 'messages'] },
};

export interface PortalBackend {
  /** For the proxy. */
  readonly tokens: ReturnType<typeof createTokens>;
  /** By path. */
  readonly routes: ReadonlyMap<string, Listener>;
}

/** The server of a site with members: it knows who is signed in by a cookie of its own, and mints their tokens. */
export function createPortalBackend(networkId: string): PortalBackend {
  const tokens = createTokens({ secret: randomBytes(32).toString('hex'), networkId });
  /** Names by session id. */
  const sessions = new Map<string, string>();

  const nameOf = ({ headers }: IncomingMessage): string | undefined =>
    sessions.get(/(?:^|; )portal=([\w-]+)/.exec(headers.cookie ?? '')?.[1] ?? '');

  async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = await readBody(request);
    if (!Object.hasOwn(people, name)) return void response.writeHead(400).end();
    const id = randomUUID();
    sessions.set(id, name);
    response.writeHead(204, { 'set-cookie': toCookie(id) }).end();
  }

  function signOut(response: ServerResponse): void {
    response.writeHead(204, { 'set-cookie': `${toCookie('')}; Max-Age=0` }).end();
  }

  async function mint(name: string | undefined, response: ServerResponse): Promise<void> {
    const rights = name === undefined ? undefined : people[name];
    if (name === undefined || !rights) return void response.writeHead(204).end();
    const token = await tokens.mint({ ...rights, subject: name, expiresIn: 600 });
    response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(token);
  }

  return {
    tokens,
    routes: new Map<string, Listener>([
      ['/portal/sign-in', onlyPost((request, response) => void signIn(request, response))],
      ['/portal/sign-out', onlyPost((_, response) => signOut(response))],
      ['/portal/token', onlyPost((request, response) => void mint(nameOf(request), response))],
      // Whoever looks at the playground is the owner of the invented account.
      ['/playground/token', onlyPost((_, response) => void mint('owner', response))],
    ]),
  };
}

/** Scripts cannot read it, and pages of other sites do not send it. */
const toCookie = (id: string): string => `portal=${id}; Path=/portal; HttpOnly; SameSite=Strict`;

const onlyPost =
  (listener: Listener): Listener =>
  (request, response) => {
    if (request.method === 'POST') listener(request, response);
    else response.writeHead(405, { allow: 'POST' }).end();
  };

/** The first bytes of a request: longer than every name. */
async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 100) break;
  }
  return body;
}
