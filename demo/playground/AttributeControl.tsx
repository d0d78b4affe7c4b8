import type { Attribute } from './manifest.js';
import { Segments } from './Segments.js';
import { TextInput } from './TextInput.js';

interface AttributeControlProps {
  readonly attribute: Attribute;
  /** As written; `undefined` when it is not set. */
  readonly value: string | undefined;
  readonly onSet: (value: string | undefined) => void;
}

/** One attribute as a control of its kind. What equals the default is not written. */
export function AttributeControl({ attribute, value, onSet }: AttributeControlProps) {
  const { name, description } = attribute;
  const note = `about-${name}`;
  return (
    <div class={`control ${value === undefined ? '' : 'is-set'}`} data-attribute={name}>
      <Field attribute={attribute} value={value} onSet={onSet} note={note} />
      <p class="about" id={note}>
        {toWords(description)}
      </p>
    </div>
  );
}

function Field({ attribute, value, onSet, note }: AttributeControlProps & { readonly note: string }) {
  const { name, fallback, input, description } = attribute;
  const id = `attribute-${name}`;
  const set = (next: string) => onSet(next === (fallback ?? '') ? undefined : next);

  if (input.kind === 'flag')
    return (
      <label class="switch">
        <input
          type="checkbox"
          checked={value !== undefined}
          aria-describedby={note}
          onChange={({ currentTarget }) => onSet(currentTarget.checked ? '' : undefined)}
        />
        <span>{name}</span>
      </label>
    );

  if (input.kind === 'choice' && input.words.length + Number(input.optional) <= 4)
    return (
      <Segments
        name={name}
        label={name}
        words={input.optional ? ['', ...input.words] : input.words}
        titles={{ '': 'not set' }}
        value={value ?? fallback ?? ''}
        describedBy={note}
        onChoose={set}
      />
    );

  if (input.kind === 'words') {
    const chosen = (value ?? fallback ?? '').split(/[\s,]+/).filter(Boolean);
    const toggle = (word: string) =>
      set((chosen.includes(word) ? chosen.filter((each) => each !== word) : [...chosen, word]).join(' '));
    return (
      <fieldset class="chips" aria-describedby={note}>
        <legend>{name}</legend>
        <div class="choices">
          {input.words.map((word) => (
            <label key={word}>
              <input type="checkbox" checked={chosen.includes(word)} onChange={() => toggle(word)} />
              <span>{word}</span>
            </label>
          ))}
        </div>
      </fieldset>
    );
  }

  const mayBeEmpty = input.kind === 'text' && /\bempty\b/.test(description);
  return (
    <>
      <label for={id}>{name}</label>
      {input.kind === 'choice' ? (
        <select id={id} aria-describedby={note} onChange={({ currentTarget }) => set(currentTarget.value)}>
          {(input.optional ? ['', ...input.words] : input.words).map((word) => (
            <option key={word} value={word} selected={word === (value ?? fallback ?? '')}>
              {word || 'not set'}
            </option>
          ))}
        </select>
      ) : (
        <TextInput
          id={id}
          type={input.kind === 'number' ? 'number' : 'text'}
          value={value ?? ''}
          placeholder={fallback ?? (input.kind === 'list' ? 'one, two' : 'not set')}
          describedBy={note}
          onText={(text) => onSet(text === '' || text === fallback ? undefined : text)}
        />
      )}
      {mayBeEmpty && (
        <label class="switch small">
          <input
            type="checkbox"
            checked={value === ''}
            onChange={({ currentTarget }) => onSet(currentTarget.checked ? '' : undefined)}
          />
          <span>{name}, empty</span>
        </label>
      )}
    </>
  );
}

/** Text with `code` in it. */
export const toWords = (text: string) =>
  text.split('`').map((part, place) => (place % 2 ? <code key={part}>{part}</code> : part));
