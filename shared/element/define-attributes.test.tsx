import { afterEach, describe, expect, it } from 'vitest';
import { answers, create, page, reset, settled, shown } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it('takes `pageSize` as an attribute, which frameworks write where they know no such property yet', async () => {
    const element = create({ pageSize: '5' });
    document.body.append(element);
    await element.ready;
    expect(shown(element)).toBe('rows: 5');
    element.setAttribute('pageSize', '6');
    await settled();
    expect(shown(element)).toBe('rows: 6');
    Object.assign(element, { pageSize: 7 });
    await settled();
    expect(shown(element)).toBe('rows: 7');
    Object.assign(element, { pageSize: undefined });
    await settled();
    expect(shown(element)).toBe('rows: 20');
    expect(answers.mock.calls).toEqual([[5], [6], [7], [20]]);
  });

  it('treats an empty string as unset where a property is no string, as Preact writes `undefined`', () => {
    const element = create({ shout: '', 'page-size': '5' });
    Object.assign(element, { shout: '', pageSize: '', endpoint: '' });
    expect([element.shout, element.pageSize, element.endpoint]).toEqual([false, 20, '']);
  });

  it('loads again for a changed attribute, and is loading until the response is here', async () => {
    const element = create();
    document.body.append(element);
    await element.ready;
    element.setAttribute('page-size', '9');
    expect(element.state).toBe('loading');
    expect(shown(element)).toBe('rows: 20');
    await settled();
    expect(shown(element)).toBe('rows: 9');
    expect(element.state).toBe('ready');
  });

  it('logs a value that is not allowed, and uses the default', async () => {
    const element = create({ 'page-size': '1000' });
    document.body.append(element);
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
    expect(page.logged).toContainEqual(expect.stringMatching(/page-size="1000".*1 to 100/));
  });
});
