/** Code, ISO 3166 number, name. `UK` stands beside `GB` on purpose: networks have both. */
const written = [
  'AE 784 United Arab Emirates',
  'AR 032 Argentina',
  'AT 040 Austria',
  'AU 036 Australia',
  'BA 070 Bosnia and Herzegovina',
  'BE 056 Belgium',
  'BG 100 Bulgaria',
  'BH 048 Bahrain',
  'BR 076 Brazil',
  'CA 124 Canada',
  'CH 756 Switzerland',
  'CI 384 Côte d’Ivoire',
  'CL 152 Chile',
  'CO 170 Colombia',
  'CR 188 Costa Rica',
  'CY 196 Cyprus',
  'CZ 203 Czech Republic',
  'DE 276 Germany',
  'DK 208 Denmark',
  'EC 218 Ecuador',
  'EE 233 Estonia',
  'EG 818 Egypt',
  'ES 724 Spain',
  'FI 246 Finland',
  'FR 250 France',
  'GB 826 United Kingdom',
  'GR 300 Greece',
  'HK 344 Hong Kong',
  'HR 191 Croatia',
  'HU 348 Hungary',
  'ID 360 Indonesia',
  'IE 372 Ireland',
  'IL 376 Israel',
  'IN 356 India',
  'IS 352 Iceland',
  'IT 380 Italy',
  'JO 400 Jordan',
  'JP 392 Japan',
  'KE 404 Kenya',
  'KR 410 Korea, Republic of',
  'KW 414 Kuwait',
  'LT 440 Lithuania',
  'LU 442 Luxembourg',
  'LV 428 Latvia',
  'MA 504 Morocco',
  'MT 470 Malta',
  'MX 484 Mexico',
  'MY 458 Malaysia',
  'NG 566 Nigeria',
  'NL 528 Netherlands',
  'NO 578 Norway',
  'NZ 554 New Zealand',
  'OM 512 Oman',
  'PE 604 Peru',
  'PH 608 Philippines',
  'PL 616 Poland',
  'PT 620 Portugal',
  'QA 634 Qatar',
  'RO 642 Romania',
  'RS 688 Serbia',
  'SA 682 Saudi Arabia',
  'SE 752 Sweden',
  'SG 702 Singapore',
  'SI 705 Slovenia',
  'SK 703 Slovakia',
  'TH 764 Thailand',
  'TR 792 Turkey',
  'TW 158 Taiwan',
  'UA 804 Ukraine',
  'UK 826 United Kingdom',
  'US 840 United States',
  'VN 704 Viet Nam',
  'ZA 710 South Africa',
] as const;

type CodeOf<Line extends string> = Line extends `${infer Code} ${string}` ? Code : never;
export type CountryCode = CodeOf<(typeof written)[number]>;

export interface CountrySeed {
  readonly code: CountryCode;
  /** The number without leading zeros. */
  readonly id: string;
  readonly name: string;
}

export const countries: readonly CountrySeed[] = written.map((line) => ({
  code: line.slice(0, 2) as CountryCode,
  id: String(Number(line.slice(3, 6))),
  name: line.slice(7),
}));

export const sixtyCountries: readonly CountryCode[] = countries
  .map((country) => country.code)
  .filter((code) => code !== 'UK')
  .slice(0, 60);
