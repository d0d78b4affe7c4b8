import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fold } from '../../../shared/api/fold.js';
import type { Offer } from '../../../shared/api/types.js';
import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { formatPlural } from '../../../shared/i18n/format-message.js';
import { trackingLinkMessages } from '../../../shared/i18n/tracking-link-messages.js';
import { Icon } from '../../../shared/ui/Icon.js';

/** Options that are shown: a longer list is no help, another letter is. */
const maxOptions = 50;

interface OfferComboboxProps {
  readonly offers: readonly Offer[];
  readonly chosen: Offer | undefined;
  readonly onChoose: (id: string) => void;
}

/**
 * A field that searches offers by name or id: the pattern "combobox with list autocomplete" of the ARIA Authoring Practices.
 * The focus stays in the field; arrow keys move the active option.
 */
export function OfferCombobox({ offers, chosen, onChoose }: OfferComboboxProps) {
  const { announce, formatters } = useWidget();
  const messages = useMessages(trackingLinkMessages);
  /** What was typed since an offer was chosen; `undefined` = nothing, and the list is closed. */
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [active, setActive] = useState(-1);
  const activeOption = useRef<HTMLDivElement>(null);
  const searchable = useMemo(
    () => offers.map((offer) => ({ offer, text: fold(`${offer.name} ${offer.id}`) })),
    [offers],
  );
  const found = useMemo(() => {
    const wanted = fold(typed ?? '');
    return searchable.filter(({ text }) => text.includes(wanted)).map(({ offer }) => offer);
  }, [searchable, typed]);
  const options = found.slice(0, maxOptions);
  const isOpen = typed !== undefined;

  useLayoutEffect(() => activeOption.current?.scrollIntoView({ block: 'nearest' }), [active]);

  const search = (text: string): void => {
    setTyped(text);
    setActive(-1);
    const wanted = fold(text);
    const count = searchable.filter((each) => each.text.includes(wanted)).length;
    announce(count ? formatPlural(messages.found, count, formatters) : messages.noMatch);
  };
  const close = (): void => {
    setTyped(undefined);
    setActive(-1);
  };
  const choose = (offer: Offer): void => {
    close();
    onChoose(offer.id);
  };
  const move = (step: number): void => {
    if (!isOpen) setTyped('');
    // From nothing, down leads to the first and up to the last.
    setActive(active < 0 && step < 0 ? options.length - 1 : (active + step + options.length) % (options.length || 1));
  };
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => {
      move(1);
      return true;
    },
    ArrowUp: () => {
      move(-1);
      return true;
    },
    Enter: () => {
      const offer = options[active] ?? (options.length === 1 ? options[0] : undefined);
      if (!isOpen) return false;
      if (offer) choose(offer);
      return true;
    },
    Escape: () => {
      if (isOpen) close();
      return isOpen;
    },
  };

  return (
    <div part="choice" class="control search">
      <input
        part="choice-search"
        id="offer"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls="offers"
        aria-activedescendant={active >= 0 ? `option-${active}` : undefined}
        placeholder={messages.chooseOffer}
        value={typed ?? chosen?.name ?? ''}
        onInput={({ currentTarget }) => search(currentTarget.value)}
        onClick={({ currentTarget }) => {
          if (isOpen) return;
          setTyped('');
          currentTarget.select();
        }}
        onBlur={close}
        onKeyDown={(event) => {
          if (keys[event.key]?.()) event.preventDefault();
        }}
      />
      <Icon name="down" />
      <div
        id="offers"
        class="options"
        role="listbox"
        aria-label={messages.offersLabel}
        hidden={!isOpen || !options.length}
      >
        {isOpen &&
          options.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              part="option"
              id={`option-${index}`}
              key={offer.id}
              ref={index === active ? activeOption : null}
              role="option"
              class={index === active ? 'active' : ''}
              aria-selected={index === active}
              dir="auto"
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(offer)}
            >
              {offer.name}
            </div>
          ))}
      </div>
    </div>
  );
}
