import type { ConversionField } from '../../shared/api/conversions.js';
import { toCsv } from '../../shared/csv.js';
import type { ConversionsData } from './conversions.types.js';
import { offerName, toPlainValue } from './format-conversions.js';

/** What is loaded, with raw values: the network's time, the status as the API calls it, the payout and its currency. */
export const conversionsToCsv = ({ conversions }: ConversionsData, fields: readonly ConversionField[]): string =>
  toCsv([
    fields.flatMap((field) => (field === 'payout' ? ['payout', 'currency'] : [field])),
    ...conversions.map((conversion) =>
      fields.flatMap((field) => {
        if (field === 'payout') return [conversion.payout, conversion.currency];
        if (field === 'time' || field === 'status') return [conversion[field]];
        return [field === 'offer' ? offerName(conversion) : toPlainValue(conversion, field)];
      }),
    ),
  ]);
