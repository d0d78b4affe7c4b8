/**
 * The canonical BCP 47 tag, `undefined` for what Intl does not accept (`en_US`, `not a language`): every format would throw.
 */
export function canonicalLocale(tag: unknown): string | undefined {
  if (typeof tag !== 'string' || !tag) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** The direction a language is written in. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  return rightToLeftScripts.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/**
 * Locales that inherit from another one than their name says (CLDR, "parentLocales"). Of English all regions do but those
 * that write as the United States.
 */
const explicitParents: readonly { readonly form: RegExp; readonly parent: string }[] = [
  { form: /^n[bn]$/, parent: 'no' },
  { form: /^es-(AR|BO|BR|BZ|CL|CO|CR|CU|DO|EC|GT|HN|MX|NI|PA|PE|PR|PY|SV|US|UY|VE)$/, parent: 'es-419' },
  { form: /^pt-(AO|CH|CV|FR|GQ|GW|LU|MO|MZ|ST|TL)$/, parent: 'pt-PT' },
  { form: /^en-(AT|BE|CH|DE|DK|FI|NL|SE|SI)$/, parent: 'en-150' },
  { form: /^en-(?!001|AS|BI|GU|MH|MP|PH|PR|UM|VI)\w{2,3}$/, parent: 'en-001' },
  { form: /^zh-Hant-MO$/, parent: 'zh-Hant-HK' },
];

/** Without a script or region that goes without saying: `pt-BR` → `pt`, `zh-TW` → `zh-Hant`, `sr-Latn-RS` → `sr-Latn`. */
function shortest(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const withDefaultScript = new Intl.Locale(language).maximize().script === script;
  const base = withDefaultScript || !script ? language : `${language}-${script}`;
  return !region || new Intl.Locale(base).maximize().region === region ? base : `${base}-${region}`;
}

function parentOf(locale: string): string | undefined {
  const { language, script, region } = new Intl.Locale(locale);
  const truncated = region ? (script ? `${language}-${script}` : language) : undefined;
  return explicitParents.find(({ form }) => form.test(locale))?.parent ?? truncated;
}

/**
 * A locale and those whose texts its readers can read as well, nearest first: `es-MX`, `es-419`, `es`. A script that is
 * not the language's usual one ends the chain: who reads `sr-Latn` may not read `sr`.
 */
export function localeChain(tag: string): readonly string[] {
  const chain: string[] = [];
  let current: string | undefined = shortest(tag);
  while (current) {
    chain.push(current);
    current = parentOf(current);
  }
  return chain;
}

/**
 * Those of some locales that readers of a language can read, nearest first: the one that shares the nearest ancestor, and
 * of several with the same the one closest to it.
 *
 * @param available - Canonical tags.
 */
export function matchLocales(language: string, available: readonly string[]): readonly string[] {
  const chain = localeChain(language);
  const ranked = available.flatMap((tag) => {
    const own = localeChain(tag);
    const up = chain.findIndex((each) => own.includes(each));
    if (up < 0) return [];
    const isSame = tag === language ? 0 : 1;
    return [{ tag, rank: [isSame, up, own.indexOf(chain[up] as string)] as const }];
  });
  ranked.sort((one, other) => {
    const at = one.rank.findIndex((value, index) => value !== other.rank[index]);
    return at < 0 ? 0 : (one.rank[at] as number) - (other.rank[at] as number);
  });
  return ranked.map(({ tag }) => tag);
}
