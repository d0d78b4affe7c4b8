import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { findProgram, programs } from '../programs.js';
import { toCustomElements } from '../reference/custom-elements.js';
import { loadReference } from '../reference/load.js';
import type { Reference } from '../reference/model.js';
import { toElementsPhp } from './elements-php.js';
import { toPot } from './pot.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName: string;
      readonly attributes: readonly { readonly name: string }[];
    }[];
  }[];
}

describe('the list of elements in the WordPress plugin', () => {
  let reference: Reference;
  beforeAll(async () => {
    reference = await loadReference();
  });

  it('has every attribute that custom-elements.json has, but those that the plugin or WordPress sets', () => {
    const { modules } = toCustomElements(reference) as Manifest;
    for (const { tagName, attributes } of modules.flatMap(({ declarations }) => declarations)) {
      const element = reference.elements.find(({ tag }) => tag === tagName);
      const php = toElementsPhp({ elements: element ? [element] : [] });
      const names = [...php.matchAll(/'name' => '([^']+)'/g)].map(([, name]) => name);
      const expected = attributes.map(({ name }) => name).filter((name) => name !== 'endpoint' && name !== 'lang');
      expect([tagName, ...names]).toEqual([tagName, ...expected]);
    }
  });

  it('offers every text to translators', () => {
    const php = toElementsPhp(reference);
    const pot = toPot({ 'elements.php': php }, '1.0.0');
    const texts = [...php.matchAll(/__\('((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !pot.includes(`msgid ${JSON.stringify(text)}\n`))).toEqual([]);
  });

  it.skipIf(!programs.php())('is PHP, whatever stands in a text', () => {
    const [element] = reference.elements;
    if (!element) throw new Error('There are no elements.');
    const summary = `It's a \\ and \\' and <b>"$x"</b> and \\\\`;
    const php = toElementsPhp({ elements: [{ ...element, summary }] });
    const code = `define('ABSPATH', 1); function __($text) { return $text; } $all = eval(substr(${'stream_get_contents(STDIN)'}, 5)); echo $all['${element.tag}']['description'];`;
    expect(execFileSync('php', ['-r', code], { input: php, encoding: 'utf8' })).toBe(summary);
  });
});

const phpcs = findProgram(['phpcs']);

it.skipIf(!phpcs)('the plugin follows PSR-12, without a warning', () => {
  const options = ['--standard=PSR12', '--extensions=php', 'integrations/wordpress'];
  expect(spawnSync(phpcs ?? '', options, { encoding: 'utf8' }).stdout.trim()).toBe('');
});

describe('the template for translators', () => {
  it('has a text once, with its files and the note for translators', () => {
    const pot = toPot(
      {
        'a.php':
          "esc_html_e('One', 'hasoffers-widgets'); /* translators: %s: a number. */ __('%s of it\\'s', 'hasoffers-widgets');",
        'b.php': "__('One', 'hasoffers-widgets'); __('Not ours', 'another-plugin');",
      },
      '1.0.0',
    );
    expect(pot).toContain('#: a.php b.php\nmsgid "One"\nmsgstr ""\n');
    expect(pot).toContain('#. translators: %s: a number.\n#: a.php\n#, php-format\nmsgid "%s of it\'s"\n');
    expect(pot.match(/msgid "One"/g)).toHaveLength(1);
    expect(pot).not.toContain('Not ours');
  });
});
