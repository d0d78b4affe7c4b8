// The settings page: runs the checks of `hasoffers-widgets check` in the browser, and shows what to do.

const button = document.querySelector('#hasoffers-check');
const summary = document.querySelector('#hasoffers-check-summary');
const list = document.querySelector('#hasoffers-findings');
const { endpoint, atOnce, texts } = JSON.parse(button.dataset.check);

async function runChecks() {
  button.disabled = true;
  summary.textContent = texts.checking;
  list.replaceChildren();
  // With this file's version, so that an update replaces both.
  const { search } = new URL(import.meta.url);
  const { runCheck } = await import(`./hasoffers-check.js${search}`);
  const { findings } = await runCheck({
    endpoint: new URL(endpoint, location.origin).href,
    page: location.origin,
    timeout: 15_000,
    fetch: (url, init) => fetch(url, { ...init, credentials: 'omit' }),
    now: () => performance.now(),
    onFindings: (found) => list.append(...found.filter(isOfUse).map(toItem)),
  });
  const hasProblem = findings.some(({ level }) => level === 'problem');
  summary.textContent = hasProblem ? texts.someProblem : texts.allOk;
  button.disabled = false;
}

/** A page cannot try other origins. The note about that names a command line, which few sites have. */
function isOfUse({ check, level }) {
  return check !== 'origin' || level !== 'note';
}

/** Everything is written as text: findings quote headers. */
function toItem({ level, message, hint }) {
  const item = document.createElement('li');
  item.dataset.level = level;
  const word = document.createElement('strong');
  word.textContent = texts[level];
  item.append(word, ` ${message}`);
  if (hint) {
    const advice = document.createElement('p');
    advice.className = 'description';
    advice.textContent = hint;
    item.append(advice);
  }
  return item;
}

button.addEventListener('click', runChecks);
if (atOnce && !button.disabled) runChecks();
