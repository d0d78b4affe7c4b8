import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programs } from '../../scripts/programs.js';
import { otherSecret, tokenSecret } from '../fixtures/jwt.js';
import { makeProject } from '../fixtures/package.js';
import { createTokens } from './tokens.js';

const readGuide = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const documentation = readGuide('signed-in.md');

/** The example in one language: of several code blocks the one that prints. */
function exampleIn(language: string, guide = documentation): string {
  const blocks = guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'));
  const [example, ...others] = [...blocks]
    .map(([, code = '']) => code)
    .filter((code) => /console|echo|print|puts/.test(code));
  expect(others).toEqual([]);
  return example ?? '';
}

const variables = { HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_TOKEN_SECRET: ` ${tokenSecret},${otherSecret}` };
const tokens = createTokens({ secret: tokenSecret, networkId: 'demo' });

async function expectToken(text: string): Promise<void> {
  const token = text.trim();
  expect(await tokens.verify(token)).toMatchObject({
    subject: 'member-42',
    scopes: ['stats', 'conversions'],
    lock: { aff_sub: 'member-42' },
  });
  const { iat, exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  expect(exp - iat).toBe(600);
}

const languages = [
  ['php', 'php', programs.php()],
  ['python', 'py', programs.python()],
  ['ruby', 'rb', programs.ruby()],
] as const;
const found = languages.filter(([, , program]) => program !== undefined);
const missing = languages.filter(([, , program]) => program === undefined).map(([language]) => language);

describe('examples of the documentation mint the token that they say', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await makeProject();
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(program: string, file: string, code: string): string {
    writeFileSync(join(folder, file), code);
    return execFileSync(program, [file], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...variables },
      encoding: 'utf8',
    });
  }

  it('in JavaScript', async () => {
    await expectToken(run(process.execPath, 'mint.mjs', exampleIn('js')));
  });

  const ran: string[] = [];
  for (const [language, extension, program = ''] of found) {
    it(`in ${language}`, async () => {
      await expectToken(run(program, `mint.${extension}`, exampleIn(language)));
      ran.push(language);
    });
  }

  it.skipIf(programs.php() === undefined)('in PHP, as the guide to the proxy for PHP has it', async () => {
    await expectToken(run(programs.php() ?? '', 'mint.php', exampleIn('php', readGuide('php.md'))));
  });

  const names = (list: readonly string[]): string => list.join(', ') || 'none';
  it(`without our package. Run: ${names(found.map(([language]) => language))}. No interpreter: ${names(missing)}`, () => {
    expect([...ran, ...missing].sort()).toEqual(['php', 'python', 'ruby']);
    // Those that cannot be run here are there all the same.
    for (const language of missing) expect(exampleIn(language)).toContain('HS256');
  });
});
