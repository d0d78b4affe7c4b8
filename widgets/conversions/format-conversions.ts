import type { Conversion, ConversionField } from '../../shared/api/conversions.js';
import { createMoneyFormat, type MoneyFormat } from '../../shared/i18n/money-format.js';

/** Writes fields of a conversion in one language. */
export interface ConversionFormats {
  /** "12 Jun, 10:42", without the year: a range has at most 93 days and stands above. `''` for what is no time. */
  time(time: string): string;
  payout: MoneyFormat;
}

/** @param currency - ISO 4217 code of payouts whose currency is `null`, the network's own; `null` = unknown. */
export function createConversionFormats(language: string, currency: string | null): ConversionFormats {
  const time = new Intl.DateTimeFormat(language, {
    ...({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const),
    // A network's time belongs to no zone that is known here: UTC stands for it.
    timeZone: 'UTC',
  });
  return {
    time(text) {
      const instant = Date.parse(`${toDateTime(text)}Z`);
      return Number.isNaN(instant) ? '' : time.format(instant);
    },
    payout: createMoneyFormat(language, currency),
  };
}

/** For the attribute `datetime`: a local time, since the zone is the network's. */
export const toDateTime = (time: string): string => time.replace(' ', 'T');

/** Fields that are texts of the network's or of the page's own links. */
export type PlainField = Exclude<ConversionField, 'time' | 'offer' | 'status' | 'payout'>;

const plainValues: Readonly<Record<PlainField, (conversion: Conversion) => string | undefined>> = {
  country: ({ country }) => country,
  goal: ({ goal }) => goal,
  sub1: ({ subIds }) => subIds[0],
  sub2: ({ subIds }) => subIds[1],
  sub3: ({ subIds }) => subIds[2],
  sub4: ({ subIds }) => subIds[3],
  sub5: ({ subIds }) => subIds[4],
  source: ({ source }) => source,
  id: ({ id }) => id,
};

export const toPlainValue = (conversion: Conversion, field: PlainField): string => plainValues[field](conversion) ?? '';

export const offerName = ({ offer }: Conversion): string => offer.name || offer.id;
