/** What a value may look like, as data, because the PHP proxy is generated from it. */
export type ValueForm =
  | { readonly type: 'pattern'; readonly pattern: RegExp }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  /** `prefix` is dropped from the value: `Offer.name` means `name`. */
  | { readonly type: 'oneOf'; readonly values: readonly string[]; readonly prefix?: string }
  | { readonly type: 'text' }
  | { readonly type: 'link'; readonly hosts: readonly string[] };

/** One kind of value a parameter may have. */
export interface ValueRule {
  readonly form: ValueForm;
  /** The value in its one canonical spelling, or `undefined` when it is not allowed. */
  readonly parse: (value: string) => string | undefined;
  /** For the error message: what is expected. */
  readonly expected: string;
  /** Samples of valid and invalid values; the tests try them with every rule of the policy. */
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}

function matching(pattern: RegExp, rule: Omit<ValueRule, 'form' | 'parse'>): ValueRule {
  return {
    ...rule,
    form: { type: 'pattern', pattern },
    parse: (value) => (pattern.test(value) ? value : undefined),
  };
}

/** A decimal integer as JavaScript and PHP both write it: no sign, no leading zero, no blank, no hex, no exponent. */
export function integer(min: number, max: number): ValueRule {
  return {
    form: { type: 'integer', min, max },
    parse: (value) =>
      /^(?:0|[1-9]\d{0,15})$/.test(value) && Number(value) >= min && Number(value) <= max ? value : undefined,
    expected: `a whole number from ${min} to ${max}`,
    allowed: [String(min), String(max)],
    refused: ['', '-1', '+1', '01', '0x14', '1e1', ' 1', '1 ', '1.0', String(max + 1), '1 OR 1=1'],
  };
}

export function oneOf(values: readonly [string, ...string[]]): ValueRule {
  return {
    form: { type: 'oneOf', values },
    parse: (value) => (values.includes(value) ? value : undefined),
    expected: values.length > 12 ? 'a name from the documented list' : values.join(', '),
    allowed: values,
    refused: [
      '',
      `${values[0]} `,
      `${values[0]},${values[0]}`,
      values[0].toUpperCase() === values[0] ? 'x' : values[0].toUpperCase(),
    ],
  };
}

/** Hours from one time zone to another. */
export const hourOffset = matching(/^(?:0|-?(?:[1-9]|1\d|2[0-6]))$/, {
  expected: 'a whole number of hours from -26 to 26',
  allowed: ['0', '-3', '26'],
  refused: ['', '+1', '01', '-0', '27', '5.5', '1h'],
});

/** Ids of rows. 0 is never one, negative ones make HasOffers fail (recorded: "Row id is negative"). */
export const id = integer(1, 4_294_967_295);

/** HasOffers docs: booleans are 1 and 0, the words are not accepted. */
export const flag = oneOf(['0', '1']);

/** The value of an operator that stands for itself, such as NULL or TRUE. */
export const present = oneOf(['1']);

export const decimal = matching(/^(?:0|[1-9]\d{0,9})(?:\.\d{1,5})?$/, {
  expected: 'a decimal number',
  allowed: ['0', '12.5', '100.00000'],
  refused: ['', '-1', '.5', '1.', '1e3', 'NaN', '1,5'],
});

/** HasOffers docs: `YYYY-MM-DD`, or with ` hh:mm:ss`. */
export const date = matching(/^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?: (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)?$/, {
  expected: 'a date as YYYY-MM-DD, with or without hh:mm:ss',
  allowed: ['2026-01-31', '2026-01-31 23:59:59', '0000-00-00 00:00:00'],
  refused: ['', '2026-1-31', '2026-13-01', '31.01.2026', '2026-01-31T00:00:00Z', "2026-01-31'"],
});

/** Free text for a search: what people type, with `%` as HasOffers' wildcard. query.ts has rejected control characters already. */
export const text: ValueRule = {
  form: { type: 'text' },
  // Normalised, so that the two Unicode spellings of "é" are one query.
  parse: (value) => (value.trim() !== '' && value.length <= 200 ? value.normalize('NFC') : undefined),
  expected: '1 to 200 characters',
  allowed: ['%shoe%', 'Zalando | DE', "L'été 50%"],
  refused: ['', '   ', 'x'.repeat(201)],
};

/** A short machine word: a status, a type, a currency, an ISO code. */
export const word = matching(/^[A-Za-z0-9_]{1,40}$/, {
  expected: 'letters, digits and _',
  allowed: ['active', 'cpa_flat', 'USD'],
  refused: ['', 'a b', "a'", 'a;b', 'a%', 'x'.repeat(41)],
});

/** Codes are 2 or 3 letters by HasOffers' docs. */
export const countryCode = matching(/^[A-Z]{2,3}$/, {
  expected: 'a country code such as DE',
  allowed: ['DE', 'GB', 'USA'],
  refused: ['', 'D', 'de', 'DEUT', 'D1', 'D%'],
});

/**
 * What may stand in a sub-id. Narrow on purpose: it ends up in a link under the affiliate's name, so nothing that
 * could open another parameter, a path or a host.
 */
export const subId = matching(/^[A-Za-z0-9._~:-]{1,64}$/, {
  expected: '1 to 64 letters, digits and . _ ~ : -',
  allowed: ['home', 'blog-2026.top_banner', 'a~b:c'],
  refused: ['', 'a b', 'a&b', 'a=b', 'a/b', '<b>', 'é', '{x}', 'https://evil.example', 'x'.repeat(65)],
});

/** A deep link to one of these hosts (compared with the port, if there is one). Without this list there is no such parameter. */
export function linkTo(hosts: readonly [string, ...string[]]): ValueRule {
  return {
    form: { type: 'link', hosts },
    parse: (value) => {
      if (value.length > 500 || !/^https?:\/\/[^\s\\]+$/.test(value) || !URL.canParse(value)) return undefined;
      const url = new URL(value);
      return url.username === '' && url.password === '' && hosts.includes(url.host) ? url.href : undefined;
    },
    expected: 'an http(s) URL on one of the hosts in HASOFFERS_LINK_HOSTS',
    allowed: [`https://${hosts[0]}/`, `http://${hosts[0]}/shoes?size=44`],
    refused: [
      '',
      'https://evil.example/',
      `https://${hosts[0]}.evil.example/`,
      `https://evil.example/${hosts[0]}`,
      `https://${hosts[0]}@evil.example/`,
      `https://evil.example\\@${hosts[0]}/`,
      `https://user:password@${hosts[0]}/`,
      `//${hosts[0]}/`,
      `javascript://${hosts[0]}/%0aalert(1)`,
    ],
  };
}
