import type {} from '../../types/elements.js';
import { ask, readClaims } from './requests.js';

/**
 * A site with members: sign in as one of them, see the figures that the proxy gives for that member's token.
 */

const find = <Found extends Element>(selector: string): Found => {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
};

const status = find<HTMLElement>('#status');
const account = find<HTMLElement>('#account');
const claims = find<HTMLElement>('#claims');
const attempt = find<HTMLElement>('#attempt');

/** As a site's own code does. The server knows by its cookie who asks. */
async function getToken(): Promise<string | null> {
  const response = await fetch('/portal/token', { method: 'POST' });
  return response.status === 200 ? response.text() : null;
}

let lastShow = 0;

/** What comes late for somebody who is not signed in any more is not shown. */
async function show(): Promise<void> {
  lastShow += 1;
  const current = lastShow;
  account.hidden = true;
  attempt.textContent = '';
  claims.replaceChildren();
  const token = await getToken();
  if (current !== lastShow) return;
  if (token === null) {
    status.textContent = 'Nobody is signed in.';
    return;
  }
  const said = readClaims(token);
  claims.replaceChildren(...said.flatMap(([name, value]) => [toElement('dt', name), toElement('dd', value)]));
  // After `signOut()` elements ask again when the page says that somebody is signed in.
  window.HasOffersWidgets?.configure({ token: getToken });
  account.hidden = false;
  status.textContent = `Signed in as ${said.find(([name]) => name === 'sub')?.[1]}.`;
}

function toElement(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** What the buttons ask for, by their names: more than a member's token allows. */
const attempts: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  other: [
    ['Target', 'Affiliate_Report'],
    ['Method', 'getStats'],
    ['fields[]', 'Stat.clicks'],
    ['filters[Stat.affiliate_info1][conditional]', 'EQUAL_TO'],
    ['filters[Stat.affiliate_info1][values][]', 'member-3'],
  ],
  balance: [
    ['Target', 'Affiliate_AffiliateBilling'],
    ['Method', 'getAccountBalance'],
  ],
};

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element && target.closest('button');
  if (!button) return;
  const { person, attempt: name } = button.dataset;
  if (person !== undefined) {
    // Nothing of whoever was signed in before remains.
    window.HasOffersWidgets?.signOut();
    await fetch(person ? '/portal/sign-in' : '/portal/sign-out', { method: 'POST', body: person });
    await show();
  } else if (name) {
    const token = name === 'nobody' ? null : await getToken();
    const { httpStatus, code } = await ask(attempts[name] ?? attempts.balance ?? [], token);
    attempt.textContent = `The proxy answers ${httpStatus} ${code ?? 'and sends the data'}.`;
  }
});

await show();
