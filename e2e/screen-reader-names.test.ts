import { describe, expect, it } from 'vitest';
import { useFixtures } from './fixtures.js';

const { page } = useFixtures();

describe('a screen reader finds', () => {
  it('by the name of each control what stands on it', async () => {
    const controls = page().locator('main').locator('a:visible, button:visible, input:visible, select:visible');
    const unlike: string[] = [];
    for (const control of await controls.all()) {
      const name = /(?<=")[^"\n]+(?=")|(?<=link |button )[^"\n]+/.exec(await control.ariaSnapshot())?.[0] ?? '';
      const words = await control.evaluate((node) =>
        node.matches('input, select') ? '' : (node as HTMLElement).innerText.trim(),
      );
      const says = name.replaceAll(/\s+/g, ' ').includes(words.replaceAll(/\s+/g, ' '));
      if (!name || !says) unlike.push(`${name}: ${words}`);
    }
    expect(await controls.count()).toBeGreaterThan(25);
    expect(unlike).toEqual([]);
  });
});
