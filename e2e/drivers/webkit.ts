import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { programs } from '../../scripts/programs.js';
import { hasEngines, loadPackage } from '../engines.js';
import type { Engine } from './driver.js';

interface Element {
  click(): Promise<void>;
  sendKeys(text: string): Promise<void>;
}
interface Session {
  get(url: string): Promise<void>;
  executeScript<Result>(code: string): Promise<Result>;
  executeAsyncScript<Result>(code: string, ...given: readonly unknown[]): Promise<Result>;
  manage(): { setTimeouts(timeouts: { script: number }): Promise<void> };
  quit(): Promise<void>;
}
interface Selenium {
  Builder: new () => { usingServer(url: string): { withCapabilities(wanted: object): { build(): Promise<Session> } } };
  Capabilities: new () => { set(name: string, value: unknown): void };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A screen of its own; it names itself as soon as it is there. */
async function startScreen(): Promise<{ readonly screen: ChildProcess; readonly display: string }> {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'];
  const screen = spawn(programs.xvfb() ?? '', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [name] = (await once(screen.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { screen, display: `:${String(name).trim()}` };
}

/** Waits until the driver responds. */
async function untilUp(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isUp = await fetch(`${url}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver does not answer');
}

/** WebKitGTK: Safari's engine without Safari, by classic WebDriver. */
export const webkit: Engine = {
  name: 'WebKit',
  isThere:
    hasEngines &&
    [programs.webKitDriver(), programs.miniBrowser(), programs.xvfb()].every((path) => path !== undefined),
  async start() {
    const { default: selenium } = await loadPackage<{ default: Selenium }>('selenium-webdriver');
    const { screen, display } = await startScreen();
    const port = await freePort();
    const server = spawn(programs.webKitDriver() ?? '', [`--port=${port}`, '--host=127.0.0.1'], {
      env: { ...process.env, DISPLAY: display },
      stdio: 'ignore',
    });
    const url = `http://127.0.0.1:${port}`;
    await untilUp(url);
    const wanted = new selenium.Capabilities();
    wanted.set('browserName', 'MiniBrowser');
    wanted.set('webkitgtk:browserOptions', { binary: programs.miniBrowser(), args: ['--automation'] });
    const session = await new selenium.Builder().usingServer(url).withCapabilities(wanted).build();
    await session.manage().setTimeouts({ script: 30_000 });
    const find = async (source: string): Promise<Element> => {
      const element = await session.executeScript<Element | null>(`return (${source})()`);
      if (!element) throw new Error(`nothing found: ${source}`);
      return element;
    };
    return {
      goto: (page) => session.get(page),
      async run(call, ...given) {
        const { error, value } = await session.executeAsyncScript<{ error?: string; value: never }>(
          `const done = arguments[1];
          Promise.resolve().then(() => (${call})(...arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
          given,
        );
        if (error !== undefined) throw new Error(error);
        return value;
      },
      click: async (source) => (await find(String(source))).click(),
      type: async (source, text) => (await find(String(source))).sendKeys(text),
      async close() {
        await session.quit().catch(() => {});
        server.kill();
        screen.kill();
      },
    };
  },
};
