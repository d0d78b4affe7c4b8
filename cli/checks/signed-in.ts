import { type Finding, note, ok, problem } from '../findings.js';
import type { ProbeRequest } from '../probe.js';
import { type Reply, readOutcome } from '../reply.js';
import type { Check } from '../session.js';

/** One row of each, of which nothing is shown. Not the balance: a request makes HasOffers compute it anew. */
const invoices: ProbeRequest = {
  methodId: 'Affiliate_AffiliateBilling::findAllInvoices',
  about: 'invoices, without a token',
  parameters: [['limit', '1']],
};
const statistics: ProbeRequest = {
  methodId: 'Affiliate_Report::getStats',
  about: 'statistics, without a token',
  parameters: [
    ['fields[]', 'Stat.clicks'],
    ['limit', '1'],
  ],
};

/** RFC 7519 6: a token that nobody has signed, and that says so. A library that lets the token choose accepts it. */
function writeUnsignedToken(): string {
  const encode = (part: object): string => btoa(JSON.stringify(part)).replace(/=+$/, '');
  const now = Math.floor(Date.now() / 1000);
  const scope = 'stats conversions payments messages';
  return `${encode({ alg: 'none' })}.${encode({ sub: 'check', iat: now, exp: now + 60, scope })}.`;
}

/**
 * Are the account's figures closed to requests without a token, and is a token accepted only when it is signed and in the
 * header? A proxy without a signed-in scope refuses all of these.
 */
export const checkSignedIn: Check = async ({ send }) => {
  const closed = await send(statistics);
  for (const reply of [closed, await send(invoices)]) {
    if (readOutcome(reply) === 'forwarded') {
      return [
        problem(
          'signed-in',
          `Everybody can read the account's figures: the proxy forwarded ${reply.request}.`,
          'Serve statistics, conversions, invoices and messages only to requests with a valid token of your application.',
        ),
      ];
    }
  }
  const token = writeUnsignedToken();
  const unsigned = await send({ ...statistics, about: 'statistics, with an unsigned token', token });
  const inUrl = await send({
    ...statistics,
    about: 'statistics, with a token in the URL',
    parameters: [...(statistics.parameters ?? []), ['token', token], ['access_token', token]],
  });
  const findings: Finding[] = [];
  if (readOutcome(unsigned) === 'forwarded') {
    findings.push(
      problem(
        'signed-in',
        'Anybody can make a token: one with "alg": "none" and without a signature is accepted.',
        'Accept one algorithm, HS256, whatever the token says, and verify the signature with a maintained library.',
      ),
    );
  }
  if (readOutcome(inUrl) === 'forwarded' || isTokenRead(closed, inUrl)) {
    findings.push(
      problem(
        'signed-in',
        'A token in the URL is read.',
        'Read tokens from the header Authorization only: URLs are kept in logs and in the history of browsers.',
      ),
    );
  }
  if (findings.length > 0) return findings;
  return readOutcome(closed) === 'refused'
    ? [ok('signed-in', "The account's figures are refused without a valid token.")]
    : [note('signed-in', "Unclear whether the account's figures are closed.", 'Refuse with HTTP 401 or 403.')];
};

/** Both are refused as lacking a valid token, but not for the same reason: the token in the URL made a difference. */
function isTokenRead(without: Reply, withToken: Reply): boolean {
  const isRejected = without.status === 401 && withToken.status === 401;
  return isRejected && without.envelope?.errors !== withToken.envelope?.errors;
}
