import { afterEach, describe, expect, it } from 'vitest';
import { answers, create, reset, settled, shown } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it.each(['append', 'insertBefore', 'moveBefore'] as const)('keeps everything when it is moved by %s', async (how) => {
    const [from, to] = [document.createElement('div'), document.createElement('div')];
    document.body.append(from, to);
    const element = create();
    from.append(element);
    await element.ready;
    const output = element.shadowRoot?.querySelector('output');
    if (how === 'append') to.append(element);
    else if (how === 'insertBefore') to.insertBefore(element, null);
    else (to as unknown as { moveBefore(node: Node, child: null): void }).moveBefore(element, null);
    await settled();
    expect(element.shadowRoot?.querySelector('output')).toBe(output);
    expect(answers).toHaveBeenCalledTimes(1);
    element.setAttribute('page-size', '4');
    await settled();
    expect(shown(element)).toBe('rows: 4');
  });

  it('aborts when it is removed and loads when it returns', async () => {
    answers.mockImplementationOnce(() => new Promise(() => {}));
    const element = create();
    document.body.append(element);
    await settled();
    element.remove();
    await settled();
    document.body.append(element);
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
  });

  it('keeps its style in another document', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const element = create();
    document.body.append(element);
    await element.ready;
    frame.contentDocument?.body.append(element);
    await settled();
    const output = element.shadowRoot?.querySelector('output') as Element;
    expect(frame.contentWindow?.getComputedStyle(output).color).toBe('rgb(1, 2, 3)');
    expect(shown(element)).toBe('rows: 20');
    frame.remove();
    element.remove();
  });
});
