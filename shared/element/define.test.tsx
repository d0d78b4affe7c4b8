import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/errors.js';
import type { Send } from '../api/request.js';
import { type Messages, messages } from '../messages.js';
import { createResource, type Resource } from '../resource.js';
import { flag, integer, oneOf } from './attributes.js';
import { define } from './define.js';
import type { Page, ViewProps } from './widget.js';

/** A widget of one word: it loads a text and shows it. */
interface Attributes {
  readonly pageSize: number;
  readonly shout: boolean;
  readonly layout: 'wide' | 'narrow';
}

const answers = vi.fn<(pageSize: number) => Promise<string>>();
const warn = vi.fn();
const report = vi.fn();
const overrides = signal<Messages>(messages);
const endpoint = signal<string | null>('/proxy');
const agreed = signal(false);
const asked: (string | null)[] = [];
const send: Send = () => Promise.reject(new Error('not used'));

const page: Page = {
  messages: () => overrides.value,
  agreed,
  endpoint,
  warn,
  report,
  sendTo(given) {
    asked.push(given);
    return send;
  },
};

function View({ model, attributes, t, emit, announce }: ViewProps<Attributes, Resource<string>>) {
  const now = model.state.value;
  if ('data' in now && now.data === 'crash') throw new Error('a bug in the view');
  return (
    <div>
      <output>{'data' in now ? `${now.data}${attributes.shout ? '!' : ''}` : now.status}</output>
      <button type="button" onClick={() => announce(String(emit('hasoffers-pressed', 7)))}>
        {t.retry}
      </button>
      {now.status === 'error' && (
        <button type="button" class="again" onClick={() => void model.refresh()}>
          again
        </button>
      )}
    </div>
  );
}

let count = 0;

/** Defines the widget under a new name each time: a registry never forgets one. */
function defineProbe(): string {
  const tag = `hasoffers-probe-${++count}` as const;
  define<Attributes, string, Resource<string>>(
    {
      tag,
      css: ':host{display:block} output{color:rgb(1, 2, 3)}',
      attributes: { pageSize: integer(1, 100, 20), shout: flag, layout: oneOf('wide', 'narrow') },
      createModel: ({ attributes, send }) =>
        createResource({
          send,
          ask: () => attributes.value.pageSize,
          load: (size) => answers(size),
          isEmpty: (data) => data === '',
        }),
      view: View,
    },
    page,
  );
  return tag;
}

interface Probe extends HTMLElement, Attributes {
  readonly state: string;
  readonly ready: Promise<void>;
  refresh(): Promise<void>;
  grantConsent(): void;
  loading: string;
  endpoint: string | null;
}

function create(tag = defineProbe(), attributes: Record<string, string> = {}): Probe {
  const element = document.createElement(tag) as Probe;
  for (const [name, value] of Object.entries({ loading: 'eager', ...attributes })) element.setAttribute(name, value);
  return element;
}

const shown = (element: HTMLElement) => element.shadowRoot?.querySelector('output')?.textContent;
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

afterEach(() => {
  document.body.replaceChildren();
  vi.clearAllMocks();
  asked.length = 0;
  answers.mockReset();
  answers.mockImplementation(async (size) => `rows: ${size}`);
});
answers.mockImplementation(async (size) => `rows: ${size}`);

describe('an element', () => {
  it('loads, tells its state, and settles `ready` when the result is in the DOM', async () => {
    const element = create();
    expect(element.state).toBe('idle');
    document.body.append(element);
    expect(element.state).toBe('loading');
    expect(element.matches(':state(loading)')).toBe(true);
    await element.ready;
    expect(element.state).toBe('ready');
    expect(shown(element)).toBe('rows: 20');
    expect(element.matches(':state(ready)')).toBe(true);
    expect(element.matches(':state(loading)')).toBe(false);
  });

  it('waits until it comes near the viewport, unless it is eager', async () => {
    const spacer = document.createElement('div');
    spacer.style.height = '5000px';
    const element = create(undefined, { loading: 'lazy' });
    document.body.append(spacer, element);
    await settled();
    expect(element.state).toBe('idle');
    expect(answers).not.toHaveBeenCalled();
    spacer.remove();
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
  });

  it('starts when `loading` becomes eager', async () => {
    const element = create(undefined, { loading: 'lazy' });
    element.style.display = 'none';
    document.body.append(element);
    await settled();
    expect(element.state).toBe('idle');
    element.loading = 'eager';
    await element.ready;
    expect(element.state).toBe('ready');
  });

  it('takes properties that were set before the script ran, and later ones', async () => {
    const tag = `hasoffers-probe-${count + 1}`;
    const element = document.createElement(tag) as Probe;
    element.setAttribute('loading', 'eager');
    element.setAttribute('page-size', '50');
    Object.assign(element, { pageSize: 5, shout: true });
    document.body.append(element);
    defineProbe();
    await element.ready;
    expect(shown(element)).toBe('rows: 5!');
    expect(element.getAttribute('page-size')).toBe('5');
    Object.assign(element, { pageSize: 7, shout: false });
    await settled();
    expect(shown(element)).toBe('rows: 7');
    expect(element.pageSize).toBe(7);
    expect(element.hasAttribute('shout')).toBe(false);
  });

  it('takes `pageSize` as an attribute, which frameworks write where they know no such property yet', async () => {
    const element = create(defineProbe(), { pageSize: '5' });
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

  it('takes an empty text for nothing where a property is no text, as Preact writes `undefined`', () => {
    const element = create(defineProbe(), { shout: '', 'page-size': '5' });
    Object.assign(element, { shout: '', pageSize: '', endpoint: '' });
    expect([element.shout, element.pageSize, element.endpoint]).toEqual([false, 20, '']);
  });

  it('can be created by script and configured in any order', async () => {
    const element = create();
    Object.assign(element, { pageSize: 3 });
    document.body.append(element);
    await element.ready;
    expect(shown(element)).toBe('rows: 3');
    expect(answers).toHaveBeenCalledTimes(1);
  });

  it('follows a changed attribute, and says it is loading until the answer is here', async () => {
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

  it('tells the author about a value that is not allowed, and uses the default', async () => {
    const element = create(undefined, { 'page-size': '1000' });
    document.body.append(element);
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/page-size="1000".*1 to 100/));
  });

  it('fires hasoffers-load through every shadow boundary, with the data', async () => {
    const outer = document.createElement('div');
    outer.attachShadow({ mode: 'open' });
    document.body.append(outer);
    const heard = vi.fn();
    document.addEventListener('hasoffers-load', (event) => heard((event as CustomEvent).detail), { once: true });
    const element = create();
    outer.shadowRoot?.append(element);
    await element.ready;
    expect(heard).toHaveBeenCalledExactlyOnceWith('rows: 20');
  });

  it('fires a cancelable event of the widget', async () => {
    const element = create();
    element.addEventListener('hasoffers-pressed', (event) => event.preventDefault());
    document.body.append(element);
    await element.ready;
    element.shadowRoot?.querySelector('button')?.click();
    await settled();
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).toBe('false');
  });

  it('shows an error, says so to page and author, and recovers', async () => {
    answers.mockRejectedValueOnce(new ApiError('network', 'No connection.'));
    const element = create();
    const heard = vi.fn();
    element.addEventListener('hasoffers-error', (event) => heard((event as CustomEvent).detail));
    document.body.append(element);
    await element.ready;
    expect(element.state).toBe('error');
    expect(heard).toHaveBeenCalledExactlyOnceWith({ code: 'network', message: 'No connection.', retryable: true });
    expect(report).toHaveBeenCalledOnce();
    await element.refresh();
    await settled();
    expect(shown(element)).toBe('rows: 20');
  });

  it('marks old content as stale when a refresh fails', async () => {
    const element = create();
    document.body.append(element);
    await element.ready;
    answers.mockRejectedValueOnce(new ApiError('upstream', 'Down.'));
    await element.refresh();
    await settled();
    expect(element.state).toBe('ready');
    expect(element.matches(':state(stale)')).toBe(true);
    await element.refresh();
    await settled();
    expect(element.matches(':state(stale)')).toBe(false);
  });

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

  it('keeps a bug of a view away from the page', async () => {
    answers.mockResolvedValueOnce('crash');
    const element = create();
    const thrown = vi.fn();
    window.addEventListener('error', thrown);
    document.body.append(element);
    await settled();
    expect(thrown).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('a bug in the view'));
    window.removeEventListener('error', thrown);
  });

  it('takes its language from the nearest ancestor, through shadow roots, and writes in its direction', async () => {
    const outer = document.createElement('div');
    outer.lang = 'he';
    outer.attachShadow({ mode: 'open' });
    document.body.append(outer);
    const element = create();
    outer.shadowRoot?.append(element);
    await element.ready;
    const root = element.shadowRoot?.querySelector('.root') as HTMLElement;
    expect([root.lang, root.dir]).toEqual(['he', 'rtl']);
    element.lang = 'de';
    await settled();
    expect([root.lang, root.dir]).toEqual(['de', 'ltr']);
    element.lang = 'not a language';
    await settled();
    expect(root.lang).toBe('he');
  });

  it('follows an ancestor whose language changes', async () => {
    const box = document.createElement('div');
    const element = create();
    box.append(element);
    document.body.append(box);
    await element.ready;
    const root = element.shadowRoot?.querySelector('.root');
    box.lang = 'he';
    await settled();
    expect([root?.getAttribute('lang'), root?.getAttribute('dir')]).toEqual(['he', 'rtl']);
    box.lang = 'es';
    await settled();
    expect([root?.getAttribute('lang'), root?.getAttribute('dir')]).toEqual(['es', 'ltr']);
  });

  it.each([
    ['ar-EG', 'rtl'],
    ['ckb', 'rtl'],
    ['az-Arab', 'rtl'],
    ['uz', 'ltr'],
    ['zh-TW', 'ltr'],
  ])('writes %s from the right side: %s', async (lang, direction) => {
    const element = create(undefined, { lang });
    document.body.append(element);
    await element.ready;
    expect(element.shadowRoot?.querySelector('.root')?.getAttribute('dir')).toBe(direction);
  });

  it('asks before it loads, and one agreement serves all elements', async () => {
    const [first, second] = [create(undefined, { consent: 'required' }), create(undefined, { consent: 'required' })];
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
    agreed.value = false;
  });

  it('takes the agreement from a consent manager', async () => {
    const element = create(undefined, { consent: 'required', loading: 'eager' });
    document.body.append(element);
    await settled();
    expect(element.state).toBe('idle');
    element.grantConsent();
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
    agreed.value = false;
  });

  it('prefers its own endpoint and follows a changed default', async () => {
    const own = create(undefined, { endpoint: '/own' });
    const other = create();
    document.body.append(own, other);
    await Promise.all([own.ready, other.ready]);
    expect(asked).toEqual(['/own', '/proxy']);
    endpoint.value = '/later';
    await settled();
    expect(asked.at(-1)).toBe('/later');
    endpoint.value = '/proxy';
    own.endpoint = '';
    await settled();
    expect(asked.at(-1)).toBe('/proxy');
  });

  it('shows changed sentences at once', async () => {
    const element = create();
    document.body.append(element);
    await element.ready;
    overrides.value = { ...messages, retry: 'Encore' };
    await settled();
    expect(element.shadowRoot?.querySelector('button')?.textContent).toBe('Encore');
    overrides.value = messages;
  });

  it('never loses the focus when what had it goes away', async () => {
    answers.mockRejectedValueOnce(new ApiError('network', 'No connection.'));
    const element = create();
    document.body.append(element);
    await element.ready;
    const again = element.shadowRoot?.querySelector<HTMLElement>('.again');
    again?.focus();
    again?.click();
    await settled();
    expect(shown(element)).toBe('rows: 20');
    expect(document.activeElement).toBe(element);
    expect(element.shadowRoot?.activeElement).not.toBeNull();
  });

  it('leaves a tag alone that is already taken', () => {
    const tag = defineProbe();
    const first = customElements.get(tag);
    count--;
    expect(() => defineProbe()).not.toThrow();
    expect(customElements.get(tag)).toBe(first);
  });

  it('hides its fallback children, respects `hidden`, and is a block', async () => {
    const element = create();
    element.append('Please enable JavaScript.');
    document.body.append(element);
    await element.ready;
    expect(getComputedStyle(element).display).toBe('block');
    const range = document.createRange();
    range.selectNodeContents(element);
    expect(range.getClientRects()).toHaveLength(0);
  });
});
