import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

/**
 * Finds a Chromium for the tests: the one that `CHROMIUM_PATH` names, Playwright's own, or one of the system's.
 *
 * @returns The path of its executable, `undefined` when there is none.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const onPath = (process.env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => `${folder}/${name}`));
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return [named, chromium.executablePath(), ...onPath, ...elsewhere].find((path) => path && existsSync(path));
}

/** Ways to get a browser, mildest first; the second is for machines that reach a Debian mirror but no download server. */
const installers: readonly (readonly string[])[] = [
  ['npx', 'playwright', 'install', 'chromium'],
  ['sh', '-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-liberation'],
];

async function starts(executablePath: string): Promise<boolean> {
  try {
    await (await chromium.launch({ executablePath, args: ['--no-sandbox'] })).close();
    return true;
  } catch (cause) {
    console.error(`${executablePath} does not start: ${String(cause).split('\n')[0]}`);
    return false;
  }
}

async function ensureBrowser(): Promise<boolean> {
  const found = findBrowser();
  if (found && (await starts(found))) return true;
  for (const [command = '', ...args] of installers) {
    console.log(`No usable browser found; trying: ${[command, ...args].join(' ')}`);
    spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 });
    const installed = findBrowser();
    if (installed && (await starts(installed))) return true;
  }
  return false;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href && !(await ensureBrowser())) {
  console.error('The tests need Chromium or Chrome: install one, or name its executable in CHROMIUM_PATH.');
  process.exit(1);
}
