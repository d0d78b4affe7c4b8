import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Finds a program of the system by its names: on the path, or at one of the places where it is put elsewhere. */
export function findProgram(names: readonly string[], elsewhere: readonly string[] = []): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...elsewhere].find((path) => existsSync(path));
}

/** Programs of the system that some tests run beside the package's own tools. */
export const programs = {
  php: () => findProgram(['php']),
  phpunit: () => findProgram(['phpunit']),
  phpcs: () => findProgram(['phpcs']),
  python: () => findProgram(['python3']),
  ruby: () => findProgram(['ruby']),
  redis: () => findProgram(['redis-server']),
  firefox: () => findProgram(['firefox-esr', 'firefox'], ['/Applications/Firefox.app/Contents/MacOS/firefox']),
  webKitDriver: () => findProgram(['WebKitWebDriver']),
  /** The browser that the driver of WebKitGTK starts. It is on nobody's path. */
  miniBrowser: () =>
    findProgram(
      ['MiniBrowser'],
      ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib64'].map((folder) =>
        join(folder, 'webkit2gtk-4.1/MiniBrowser'),
      ),
    ),
  /** A screen for programs that insist on one. */
  xvfb: () => findProgram(['Xvfb']),
} as const;
