import { afterEach, describe, expect, it } from 'vitest';
import { formatMessage } from '../i18n/format-message.js';
import { messages } from '../i18n/messages.js';
import { answers, create, defineProbe, newTag, type Probe, reset, settled, shown } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it('asks for consent before it loads, once for all elements', async () => {
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

  it('accepts consent from a consent manager', async () => {
    const element = create({ consent: 'required', loading: 'eager' });
    document.body.append(element);
    await settled();
    expect(element.state).toBe('idle');
    element.grantConsent();
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
  });
});

/** The attribute without a value, as the parser of HTML makes it. */
function parse(attribute: string): Probe {
  const tag = newTag();
  defineProbe(tag);
  const place = document.createElement('div');
  place.setHTMLUnsafe(`<${tag} loading="eager" ${attribute}></${tag}>`);
  return place.firstElementChild as Probe;
}
const byAttribute = (value: string) => create({ consent: value });
const byProperty = (value: unknown) => Object.assign(create(), { consent: value });

describe('consent is required', () => {
  it.each([
    ['consent', () => parse('consent')],
    ['consent=""', () => byAttribute('')],
    ['consent="true"', () => byAttribute('true')],
    ['consent="required"', () => byAttribute('required')],
    ['consent=" Required "', () => byAttribute(' Required ')],
    ['consent="yes"', () => byAttribute('yes')],
    ['el.consent = true', () => byProperty(true)],
    ["el.consent = ''", () => byProperty('')],
    ["el.consent = 'required'", () => byProperty('required')],
    ["el.consent = 'true'", () => byProperty('true')],
    ['el.consent = 1', () => byProperty(1)],
  ])('by %s', async (_, make) => {
    const element = make();
    document.body.append(element);
    await settled();
    expect(element.state).toBe('idle');
    expect(answers).not.toHaveBeenCalled();
    expect(element.shadowRoot?.querySelector('[part=consent]')).not.toBeNull();
    element.grantConsent();
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
  });
});

describe('consent is not required', () => {
  it.each([
    ['without the attribute', () => create()],
    ['by consent="false"', () => byAttribute('false')],
    ['by el.consent = null', () => byProperty(null)],
    ['by el.consent = undefined', () => byProperty(undefined)],
    ['by el.consent = false', () => byProperty(false)],
    ["by el.consent = 'false'", () => byProperty('false')],
    ['by false after true', () => Object.assign(byProperty(true), { consent: false })],
  ])('%s', async (_, make) => {
    const element = make();
    document.body.append(element);
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
    expect(element.shadowRoot?.querySelector('[part=consent]')).toBeNull();
  });
});

describe('a property set before the element is defined', () => {
  it.each([true, '', 'required'])('counts: %j', async (consent) => {
    const tag = newTag();
    const element = Object.assign(document.createElement(tag), { consent, loading: 'eager' }) as unknown as Probe;
    document.body.append(element);
    defineProbe(tag);
    await settled();
    expect(element.state).toBe('idle');
    expect(answers).not.toHaveBeenCalled();
  });
});

describe('the consent request', () => {
  const parseUrl = Object.getOwnPropertyDescriptor(URL, 'parse');
  afterEach(() => {
    if (parseUrl) Object.defineProperty(URL, 'parse', parseUrl);
  });

  it.each([
    ['https://proxy.example/path', 'proxy.example'],
    ['//proxy.example:8443/ho', 'proxy.example:8443'],
    ['HTTPS://Proxy.Example/?site=7', 'proxy.example'],
    ['https://b\u00fccher.example/ho', 'xn--bcher-kva.example'],
    ['/hasoffers', location.host],
    ['hasoffers.php', location.host],
  ])('names the host of %s, in browsers without URL.parse too', async (endpoint, host) => {
    Reflect.deleteProperty(URL, 'parse');
    expect('parse' in URL).toBe(false);
    const element = create({ consent: '', endpoint });
    document.body.append(element);
    await settled();
    const question = element.shadowRoot?.querySelector('[part=consent] p')?.textContent;
    expect(question).toBe(formatMessage(messages.consent, { host }));
  });
});
