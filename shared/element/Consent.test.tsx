import { afterEach, describe, expect, it } from 'vitest';
import { answers, create, reset, settled, shown } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it('asks before it loads, and one agreement serves all elements', async () => {
    const [first, second] = [create({ consent: 'required' }), create({ consent: 'required' })];
    document.body.append(first, second);
    first.endpoint = 'https://proxy.example/path';
    await settled();
    expect(first.state).toBe('idle');
    expect(answers).not.toHaveBeenCalled();
    const question = first.shadowRoot?.querySelector('[part=consent]');
    expect(question?.textContent).toContain('proxy.example');
    await first.refresh();
    expect(answers).not.toHaveBeenCalled();
    question?.querySelector('button')?.click();
    await Promise.all([first.ready, second.ready]);
    expect([shown(first), shown(second)]).toEqual(['rows: 20', 'rows: 20']);
    expect(first.shadowRoot?.querySelector('[part=consent]')).toBeNull();
  });

  it('takes the agreement from a consent manager', async () => {
    const element = create({ consent: 'required', loading: 'eager' });
    document.body.append(element);
    await settled();
    expect(element.state).toBe('idle');
    element.grantConsent();
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
  });
});
