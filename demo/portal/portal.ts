import type { LinkOffers } from '../../types/elements.js';
import { ask, readClaims } from './requests.js';
import { countTraffic } from './traffic.js';

/** Signs in as a member or the owner, and shows what the proxy gives for that token. `?as=owner` signs in at once. */

const find = <Found extends Element>(selector: string): Found => {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
};

// Each section in a task of its own. The first, "Earnings", at once: period.js, the next script, looks for it.
for (const template of document.querySelectorAll<HTMLTemplateElement>('.board template')) {
  template.replaceWith(template.content);
  await new Promise((resolve) => setTimeout(resolve));
}

const status = find<HTMLElement>('#status');
const welcome = find<HTMLElement>('#welcome');
const dashboard = find<HTMLElement>('#dashboard');
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
  dashboard.hidden = true;
  attempt.textContent = '';
  claims.replaceChildren();
  const token = await getToken();
  if (current !== lastShow) return;
  const said = token === null ? [] : readClaims(token);
  const { sub = '', scope = '' } = Object.fromEntries(said);
  for (const button of document.querySelectorAll<HTMLElement>('.people button'))
    button.setAttribute('aria-pressed', `${button.dataset.person === sub}`);
  welcome.hidden = token !== null;
  status.textContent = sub ? `Signed in as ${sub}.` : 'Nobody is signed in.';
  if (token === null) return;
  claims.replaceChildren(...said.flatMap(([name, value]) => [toElement('dt', name), toElement('dd', value)]));
  // What the token does not open is not offered. The proxy would refuse it all the same.
  for (const section of document.querySelectorAll<HTMLElement>('[data-scope]'))
    section.hidden = !scope.split(' ').includes(section.dataset.scope ?? '');
  dashboard.dataset.person = sub;
  // After `signOut()` elements ask again when the page says that somebody is signed in.
  window.HasOffersWidgets?.configure({ token: getToken });
  dashboard.hidden = false;
}

function toElement(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

async function signIn(person: string): Promise<void> {
  // Nothing of whoever was signed in before remains.
  window.HasOffersWidgets?.signOut();
  await fetch(person ? '/portal/sign-in' : '/portal/sign-out', { method: 'POST', body: person });
  await show();
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
  if (person !== undefined) await signIn(person);
  else if (name) {
    const token = name === 'nobody' ? null : await getToken();
    const { httpStatus, code } = await ask(attempts[name] ?? attempts.balance ?? [], token);
    attempt.textContent = `The proxy answers ${httpStatus} ${code ?? 'and sends the data'}.`;
  }
});

find<HTMLSelectElement>('#language').addEventListener('change', async ({ currentTarget }) => {
  const { value } = currentTarget as HTMLSelectElement;
  if (value !== 'en') await import(/* @vite-ignore */ `/locales/${value}.js`);
  for (const element of dashboard.querySelectorAll<HTMLElement>('*'))
    if (element.localName.startsWith('hasoffers-')) element.lang = value;
});

// The offers of the link builder are those whose creatives can be chosen: no call for a list of its own.
const offer = find<HTMLSelectElement>('#creatives-offer');
find('#links').addEventListener('hasoffers-load', (event) => {
  const { offers } = (event as GlobalEventHandlersEventMap['hasoffers-load']).detail as LinkOffers;
  offer.replaceChildren(...offers.map(({ id, name }) => new Option(name, id)));
  offer.value = find('#creatives').getAttribute('offer') ?? '';
});
offer.addEventListener('change', () => find('#creatives').setAttribute('offer', offer.value));

await countTraffic();
const wanted = new URLSearchParams(location.search).get('as');
await (wanted === null ? show() : signIn(wanted));
