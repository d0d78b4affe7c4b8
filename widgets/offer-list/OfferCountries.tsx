import type { Offer } from '../../shared/api/types.js';
import { fill } from '../../shared/messages.js';
import { formatCountry, formatList, formatNumber } from '../../shared/ui/format.js';
import type { Look } from './look.js';
import { OfferLine } from './OfferText.js';

const shown = 2;

export const toCountryNames = ({ countries }: Offer, { language, t }: Look): readonly string[] =>
  countries?.length === 0 ? [t.allCountries] : (countries ?? []).map((country) => formatCountry(country, language));

/** The first countries, and all of them for whoever asks. */
export function OfferCountries({ offer, look }: { readonly offer: Offer; readonly look: Look }) {
  const { language, t } = look;
  const names = toCountryNames(offer, look);
  const all = formatList(names, language);
  const rest = names.length - shown;
  const count = formatNumber(rest, language, true);
  return (
    <>
      <OfferLine text={formatList(names.slice(0, shown), language)} />
      {rest > 0 && (
        <details part="more" class="more" key={all}>
          <summary aria-label={fill(t.moreCountries, { count })} title={all}>
            {count}
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
          <p class="card panel" tabIndex={0}>
            {all}
          </p>
        </details>
      )}
    </>
  );
}
