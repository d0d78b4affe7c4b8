import { runCheck } from '../../cli/check.js';
import { findEndpointProblem } from '../../cli/endpoint.js';
import type { CheckName, Finding } from '../../cli/findings.js';
import { steps } from './steps.js';

/**
 * The check of the command line in a page: the browser sends the same requests. Everything is written as text: an
 * endpoint is user input, and findings quote header values.
 */

const find = <Found extends Element>(selector: string): Found => {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
};

const form = find<HTMLFormElement>('#check-form');
const input = find<HTMLInputElement>('#endpoint');
const button = find<HTMLButtonElement>('#check-form button[type=submit]');
const endpointProblem = find<HTMLElement>('#endpoint-problem');
const summary = find<HTMLElement>('#summary');
const list = find<HTMLOListElement>('#findings');
const command = find<HTMLElement>('#command code');

/** A path of the own origin is accepted, too: `/hasoffers`. */
const readEndpoint = (): string => {
  const text = input.value.trim();
  return text.startsWith('/') && !text.startsWith('//') ? location.origin + text : text;
};

/** On a local machine the origin of the site is unknown, so the command shows a placeholder. */
const site = location.protocol === 'https:' ? location.origin : 'https://www.your-site.example';

function showCommand(): void {
  const endpoint = readEndpoint();
  const isPlain = /^[\w:/.?&=%~+-]+$/.test(endpoint) && findEndpointProblem(endpoint) === undefined;
  const shown = isPlain ? (/[?&]/.test(endpoint) ? `'${endpoint}'` : endpoint) : '<endpoint>';
  command.textContent = `npx hasoffers-widgets check ${shown} --origin ${site}`;
}

async function check(): Promise<void> {
  const endpoint = readEndpoint();
  const problem = findEndpointProblem(endpoint);
  endpointProblem.textContent = problem ?? '';
  input.setAttribute('aria-invalid', String(problem !== undefined));
  list.hidden = problem !== undefined; // The findings of another endpoint would seem to be those of this one.
  summary.textContent = problem === undefined ? 'Checking …' : '';
  if (problem !== undefined) return input.focus();

  const rows = new Map<CheckName, HTMLLIElement>(steps.map(([name, title]) => [name, toRow(name, title)]));
  list.replaceChildren(...rows.values());
  button.disabled = true;
  const report = await runCheck({
    endpoint,
    page: location.origin,
    timeout: 10_000,
    fetch: (url, init) => fetch(url, init),
    now: () => performance.now(),
    onFindings: (findings) => {
      for (const finding of findings) addFinding(rows.get(finding.check), finding);
    },
  });
  for (const row of rows.values()) if (row.dataset.level === undefined) row.dataset.level = 'skipped';
  const count = report.findings.filter(({ level }) => level === 'problem').length;
  const requests = `${report.requests} request${report.requests === 1 ? '' : 's'}`;
  summary.textContent = `${count === 0 ? 'No problems found' : count === 1 ? '1 problem' : `${count} problems`}, ${requests}.`;
  button.disabled = false;
}

function toRow(name: CheckName, title: string): HTMLLIElement {
  const row = document.createElement('li');
  row.dataset.check = name;
  const head = document.createElement('h3');
  head.textContent = title;
  row.append(head);
  return row;
}

const levels = { ok: 'Fine', note: 'Note', problem: 'Problem' } as const;
const weight = ['ok', 'note', 'problem'];

function addFinding(row: HTMLLIElement | undefined, { level, message, hint }: Finding): void {
  if (!row) return;
  // A row with several findings shows the worst level.
  if (weight.indexOf(level) > weight.indexOf(row.dataset.level ?? '')) row.dataset.level = level;
  const text = document.createElement('p');
  const word = document.createElement('span');
  word.className = 'unseen';
  word.textContent = `${levels[level]}: `;
  text.append(word, message);
  row.append(text);
  if (!hint) return;
  const hintText = document.createElement('p');
  hintText.className = 'hint';
  hintText.textContent = hint;
  row.append(hintText);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
input.addEventListener('input', showCommand);
for (const example of document.querySelectorAll<HTMLButtonElement>('[data-endpoint]')) {
  example.addEventListener('click', () => {
    input.value = example.dataset.endpoint ?? '';
    showCommand();
    form.requestSubmit();
  });
}
showCommand();
