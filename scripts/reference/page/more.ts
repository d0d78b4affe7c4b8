import type { ProxyMethodEntry, ProxyParameterEntry, Reference } from '../model.js';
import { toCode, toParagraphs, toText } from './html.js';
import type { Group, Section } from './section.js';

/** Everything that is not about one element: types, errors, settings, the proxy. */

export type Highlight = (code: string, language: 'ts') => string;

/** @param highlight - Source code as HTML with colours. */
export const toTypesSection = ({ types }: Reference, highlight: Highlight): Section => ({
  id: 'types',
  title: 'Types',
  intro: '<p>What the <code>detail</code> of events is made of.</p>',
  groups: [
    {
      id: 'types-all',
      title: 'All types',
      rows: types.map(({ name, text, code }) => ({
        id: `type-${name}`,
        name,
        body: `${toParagraphs(text)}<div class="code">${highlight(code.replaceAll('readonly ', ''), 'ts')}</div>`,
      })),
    },
  ],
});

export const toErrorsSection = ({ errors }: Reference): Section => ({
  id: 'errors',
  title: 'Error codes',
  intro:
    '<p>The <code>code</code> of <a href="#every-element-hasoffers-error"><code>hasoffers-error</code></a>. A visitor reads one message and, where it can help, gets a button to try again; the integrator reads the cause and a hint in the console.</p>',
  groups: [
    {
      id: 'errors-all',
      title: 'All codes',
      rows: errors.map(({ name, text, visitorMessage, consoleMessage, retryable }) => ({
        id: `error-${name}`,
        name,
        facts: retryable ? ['can be tried again'] : [],
        body: `${toParagraphs(text)}<ul class="said"><li><span>Visitors</span> ${toText(visitorMessage)}</li><li><span>Console</span> ${toText(consoleMessage)}</li></ul>`,
      })),
    },
  ],
});

export const toSettingsSection = ({ settings, messages }: Reference): Section => ({
  id: 'settings',
  title: 'Settings of a page',
  intro: `<p>At any time, as often as needed: ${toCode('HasOffersWidgets.configure({ … })')}. The script’s own tag can name the endpoint: ${toCode('data-endpoint="/hasoffers"')}.</p>`,
  groups: [
    {
      id: 'settings-configure',
      title: 'configure()',
      rows: settings.map(({ name, text, type }) => ({
        id: `setting-${name}`,
        name,
        body: `${toParagraphs(text)}<p class="fine">${toCode(type)}</p>`,
      })),
    },
    {
      id: 'settings-messages',
      title: 'Messages',
      intro: '<p class="how">Every message that a visitor can read, by the name that <code>messages</code> takes.</p>',
      rows: messages.map(({ name, text }) => ({
        id: `message-${name}`,
        name,
        body: `<p>${toText(text)}</p>`,
      })),
    },
  ],
});

export function toProxySection({ proxy: { variables, methods, errors } }: Reference): Section {
  const group = (access: ProxyMethodEntry['access'], title: string, intro: string): Group => ({
    id: `proxy-${access}`,
    title,
    intro: `<p class="how">${intro}</p>`,
    rows: methods
      .filter((method) => method.access === access)
      .map((method, _, all) => ({
        id: `proxy-${method.methodId.replace('::', '-')}`,
        name: method.methodId,
        body: renderMethod(method, all),
      })),
  });
  return {
    id: 'proxy',
    title: 'The proxy',
    intro:
      '<p>Adds the <span class="key">key</span>, and lets through what is listed here. How to run it: <a href="/connect.html">Connect your network</a>.</p>',
    groups: [
      {
        id: 'proxy-variables',
        title: 'Variables',
        rows: variables.map(({ name, text, absent, required, expected }) => ({
          id: `proxy-${name}`,
          name,
          facts: required ? ['required'] : [],
          body: `${toParagraphs(text)}${absent && `<p class="values">Default: ${toCode(absent)}.</p>`}${expected && `<p class="fine">${toText(toSentence(expected))}</p>`}`,
        })),
      },
      group(
        'public',
        'Methods for everybody',
        'What pages may request. Target and Method together; each parameter by its exact name.',
      ),
      group(
        'extra',
        'Further methods',
        `Off until <a href="#proxy-HASOFFERS_ALLOW">${toCode('HASOFFERS_ALLOW')}</a> names them.`,
      ),
      group(
        'signed-in',
        'Methods for signed-in visitors',
        `Your own figures: only where your application authorizes every request, by ${toCode('createProxy({ allow, authorize })')}.`,
      ),
      {
        id: 'proxy-errors',
        title: 'Errors',
        intro: '<p class="how">Codes of the proxy’s own errors, in the API’s envelope.</p>',
        rows: errors.map(({ name, status, text }) => ({
          id: `proxy-error-${name}`,
          name,
          facts: [`HTTP ${status}`],
          body: toParagraphs(text),
        })),
      },
    ],
  };
}

const toSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function renderMethod({ methodId, parameters }: ProxyMethodEntry, all: readonly ProxyMethodEntry[]): string {
  if (parameters.length === 0) return '<p>No parameters.</p>';
  const rows = JSON.stringify(parameters);
  const twin = all.find((other) => JSON.stringify(other.parameters) === rows);
  if (twin && twin.methodId !== methodId)
    return `<p>The parameters of <a href="#proxy-${twin.methodId.replace('::', '-')}">${toCode(twin.methodId)}</a>.</p>`;
  return `<details><summary>${parameters.length} parameter${parameters.length === 1 ? '' : 's'}</summary><ul class="parameters">${parameters.map(renderParameter).join('')}</ul></details>`;
}

function renderParameter({ name, expected, words, required, max, absent }: ProxyParameterEntry): string {
  const facts = [expected, required && 'required', max > 1 && `up to ${max}`, absent && `default ${absent}`].filter(
    (fact) => fact,
  );
  const listed = words.length > 0 ? `<p class="fine">${words.map((word) => toCode(word)).join(' ')}</p>` : '';
  return `<li>${toCode(name)} <span>${toText(facts.join('; '))}</span>${listed}</li>`;
}
