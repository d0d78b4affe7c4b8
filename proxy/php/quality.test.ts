import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { programs } from '../../scripts/programs.js';
import { phpFolder } from '../fixtures/php.js';

function run(program: string, words: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: phpFolder, encoding: 'utf8' });
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
}

const phpunit = programs.phpunit();
const phpcs = programs.phpcs();

describe('the code in PHP', () => {
  it.skipIf(phpunit === undefined)('passes its own tests (PHPUnit)', { timeout: 120_000 }, () => {
    run(phpunit ?? '', ['--do-not-cache-result', '--fail-on-warning', '--bootstrap', 'tests/bootstrap.php', 'tests']);
  });

  it.skipIf(phpcs === undefined)('keeps to PSR-12 (phpcs)', { timeout: 120_000 }, () => {
    run(phpcs ?? '', ['--standard=phpcs.xml']);
  });
});
