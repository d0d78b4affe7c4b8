import { toWords } from './AttributeControl.js';
import type { Colour } from './contrast.js';
import { toHex } from './frame.js';
import type { Token } from './manifest.js';
import { TextInput } from './TextInput.js';
import { toTokenInput } from './tokens.js';

interface TokenControlProps {
  readonly token: Token;
  readonly value: string | undefined;
  /** What it comes to in the preview, for a colour. */
  readonly colour: Colour | undefined;
  readonly onSet: (value: string | undefined) => void;
}

/** One variable: a fitting control, and beside it the value as it is written. */
export function TokenControl({ token, value, colour, onSet }: TokenControlProps) {
  const name = token.name.replace('--hasoffers-', '');
  const id = `token-${name}`;
  const input = toTokenInput(token);
  return (
    <div class={`control token ${value === undefined ? '' : 'is-set'}`} data-token={token.name}>
      <label for={id}>{name}</label>
      <div class="pair">
        {input.kind === 'colour' && (
          <input
            type="color"
            aria-label={`${name}, by eye`}
            value={colour ? toHex(colour) : '#000000'}
            onInput={({ currentTarget }) => onSet(currentTarget.value)}
          />
        )}
        {input.kind === 'range' && (
          <input
            type="range"
            aria-label={`${name}, by hand`}
            min={input.least}
            max={input.most}
            step={input.step}
            value={readNumber(value ?? token.fallback) ?? (input.unit === 'px' ? 16 : 1)}
            onInput={({ currentTarget }) => onSet(`${currentTarget.value}${input.unit}`)}
          />
        )}
        {input.kind === 'choice' && (
          <select
            aria-label={`${name}, from a list`}
            onChange={({ currentTarget }) =>
              onSet(currentTarget.value === token.fallback ? undefined : currentTarget.value || undefined)
            }
          >
            {!Object.values(input.values).includes(value ?? token.fallback) && (
              <option value="" selected>
                own
              </option>
            )}
            {Object.entries(input.values).map(([title, css]) => (
              <option key={title} value={css} selected={css === (value ?? token.fallback)}>
                {title}
              </option>
            ))}
          </select>
        )}
        <TextInput
          id={id}
          value={value ?? ''}
          placeholder={token.fallback}
          describedBy={`about-${id}`}
          onText={(text) => onSet(text.trim() === '' ? undefined : text)}
        />
      </div>
      <p class="about" id={`about-${id}`}>
        {toWords(token.description)}
      </p>
    </div>
  );
}

const readNumber = (css: string): number | undefined => {
  const number = Number.parseFloat(css);
  return Number.isNaN(number) ? undefined : number;
};
