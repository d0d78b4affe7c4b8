import { afterEach, describe, expect, it } from 'vitest';
import { ApiError } from '../api/errors.js';
import { answers, create, type Probe, page, reset, settled } from './test-probe.js';

afterEach(reset);

/** How a load ends, and the state that follows. */
const outcomes = {
  ready: () => 'rows',
  empty: () => '',
  error: () => {
    throw new ApiError('network', 'No connection.');
  },
} as const;
type Outcome = keyof typeof outcomes;

const answer = (outcome: Outcome) => answers.mockImplementation(async () => outcomes[outcome]());

/** Whether it takes room: in the flow of the page, beside its margin. */
function takesRoom(element: Probe): boolean {
  const { height, width } = element.getBoundingClientRect();
  const isBoxless = getComputedStyle(element).display === 'none';
  expect(height + width === 0).toBe(isBoxless);
  return !isBoxless;
}

interface Setting {
  readonly attributes: Readonly<Record<string, string>>;
  readonly property?: string | readonly string[] | null;
  readonly hides: readonly Outcome[];
}

const settings: readonly Setting[] = [
  { attributes: {}, hides: [] },
  { attributes: { 'hidden-when': 'error' }, hides: ['error'] },
  { attributes: { 'hidden-when': 'empty' }, hides: ['empty'] },
  { attributes: { 'hidden-when': 'error empty' }, hides: ['error', 'empty'] },
  { attributes: { 'hidden-when': 'empty, error' }, hides: ['error', 'empty'] },
  { attributes: { 'hidden-when': '' }, hides: [] },
  { attributes: { 'hidden-when': 'ready' }, hides: [] },
  { attributes: { 'hidden-when': 'errors nonempty' }, hides: [] },
  { attributes: { 'hidden-when': 'loading error' }, hides: ['error'] },
  { attributes: { hiddenWhen: 'empty' }, hides: ['empty'] },
  { attributes: {}, property: 'error', hides: ['error'] },
  { attributes: {}, property: ['error', 'empty'], hides: ['error', 'empty'] },
  { attributes: { 'hidden-when': 'empty' }, property: ['error'], hides: ['error'] },
  { attributes: { 'hidden-when': 'error empty' }, property: null, hides: [] },
];

const rows = settings.flatMap((setting) =>
  (Object.keys(outcomes) as Outcome[]).map((outcome) => ({ outcome, ...setting })),
);

describe('hidden-when', () => {
  it.each(rows)(
    '$attributes with the property $property, $outcome',
    async ({ outcome, attributes, property, hides }) => {
      answer(outcome);
      const element = create(attributes);
      if (property !== undefined) Object.assign(element, { hiddenWhen: property });
      document.body.append(element);
      // A skeleton has room: what comes is not known yet.
      expect(takesRoom(element)).toBe(true);
      await element.ready;
      expect(element.state).toBe(outcome);
      expect(takesRoom(element)).toBe(!hides.includes(outcome));
    },
  );

  it('takes no room in a flex box with gaps either', async () => {
    answer('empty');
    const box = document.createElement('div');
    box.style.cssText = 'display: flex; flex-direction: column; gap: 50px';
    const element = create({ 'hidden-when': 'empty' });
    element.style.cssText = 'display: block; margin: 20px; min-height: 100px';
    box.append(element);
    document.body.append(box);
    await element.ready;
    expect(box.getBoundingClientRect().height).toBe(0);
  });

  it('comes back when a refresh finds something, and goes when it finds nothing', async () => {
    answer('error');
    const element = create({ 'hidden-when': 'error empty' });
    document.body.append(element);
    await element.ready;
    expect(takesRoom(element)).toBe(false);
    answer('ready');
    await element.refresh();
    await expect.poll(() => takesRoom(element)).toBe(true);
    answer('empty');
    await element.refresh();
    await expect.poll(() => takesRoom(element)).toBe(false);
  });

  it('stays while older data is shown because a refresh failed', async () => {
    const element = create({ 'hidden-when': 'error' });
    document.body.append(element);
    await element.ready;
    answer('error');
    await element.refresh();
    await settled();
    expect(element.matches(':state(stale)')).toBe(true);
    expect(takesRoom(element)).toBe(true);
  });

  it('is followed when it changes', async () => {
    answer('empty');
    const element = create();
    document.body.append(element);
    await element.ready;
    expect(takesRoom(element)).toBe(true);
    element.setAttribute('hidden-when', 'empty');
    expect(takesRoom(element)).toBe(false);
    element.removeAttribute('hidden-when');
    expect(takesRoom(element)).toBe(true);
  });

  it('names words that it does not know to the author, with those it knows', async () => {
    const element = create({ 'hidden-when': 'error offline' });
    document.body.append(element);
    await element.ready;
    expect(page.logged).toEqual([expect.stringMatching(/hidden-when="error offline".*error empty/)]);
  });
});
