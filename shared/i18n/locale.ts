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

/** Regions whose locale inherits from another one than the bare language (CLDR, "parentLocales"). */
const regionalParents: Readonly<Record<string, string>> = {
  'es-419': 'AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE',
  'pt-PT': 'AO CH CV FR GQ GW LU MO MZ ST TL',
  'en-150': 'AT BE CH DE DK FI NL SE SI',
  'en-001': '150 AU BW BZ CA CM CY FJ GB GH GI HK IE IL IN JM KE MT MY NG NZ PK SG TT TZ UG ZA ZM ZW',
  'zh-Hant-HK': 'MO',
};

/** The same, by locale: `pt-AO` → `pt-PT`. */
const explicitParents = new Map<string, string>([
  ['nb', 'no'],
  ['nn', 'no'],
]);
for (const [parent, regions] of Object.entries(regionalParents)) {
  const language = parent.slice(0, parent.lastIndexOf('-'));
  for (const region of regions.split(' ')) explicitParents.set(`${language}-${region}`, parent);
}

/** Without a script or region that goes without saying: `pt-BR` → `pt`, `zh-TW` → `zh-Hant`, `sr-Latn-RS` → `sr-Latn`. */
function shortest(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const withDefaultScript = new Intl.Locale(language).maximize().script === script;
  const base = withDefaultScript || !script ? language : `${language}-${script}`;
  return !region || new Intl.Locale(base).maximize().region === region ? base : `${base}-${region}`;
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
    const { language, script, region }: Intl.Locale = new Intl.Locale(current);
    const truncated: string | undefined = region ? (script ? `${language}-${script}` : language) : undefined;
    current = explicitParents.get(current) ?? truncated;
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
