import { useMessages } from '../../../shared/element/widget-context.js';
import { trackingLinkMessages } from '../../../shared/i18n/tracking-link-messages.js';
import { Icon } from '../../../shared/ui/Icon.js';
import type { TrackingLinkModel } from '../tracking-link.types.js';
import { Field } from './Field.js';
import { OfferCombobox } from './OfferCombobox.js';

/** More than these are searched and not scrolled. */
const maxSelectOptions = 50;

/** The browser's own list for a few offers, a field to search in for many. */
export function OfferChoice({ model }: { readonly model: TrackingLinkModel }) {
  const messages = useMessages(trackingLinkMessages);
  const offers = model.offers.value;
  const chosen = model.offer.value;
  return (
    <Field id="offer" label={messages.offer} isWide>
      {() =>
        offers.length > maxSelectOptions ? (
          <OfferCombobox offers={offers} chosen={chosen} onChoose={model.chooseOffer} />
        ) : (
          <div part="choice" class="control">
            <select
              id="offer"
              value={chosen?.id ?? ''}
              onChange={({ currentTarget }) => model.chooseOffer(currentTarget.value)}
            >
              <option value="">{messages.chooseOffer}</option>
              {offers.map(({ id, name }) => (
                <option part="option" key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <Icon name="down" />
          </div>
        )
      }
    </Field>
  );
}
