interface SegmentsProps<Word extends string> {
  readonly name: string;
  readonly label: string;
  readonly words: readonly Word[];
  readonly value: string;
  readonly titles?: Readonly<Partial<Record<Word, string>>>;
  readonly onChoose: (word: Word) => void;
  /** The label is there for screen readers alone. */
  readonly quiet?: boolean;
  readonly describedBy?: string;
}

/** One of a few, side by side. The name is kept apart from others of the site: radio buttons of one name are one group. */
export const Segments = <Word extends string>(props: SegmentsProps<Word>) => {
  const { name, label, words, value, titles = {}, onChoose, quiet, describedBy } = props;
  return (
    <fieldset class="segments" aria-describedby={describedBy}>
      <legend class={quiet ? 'unseen' : undefined}>{label}</legend>
      <div class="choices">
        {words.map((word) => (
          <label key={word}>
            <input
              type="radio"
              name={`set-${name}`}
              value={word}
              checked={word === value}
              onChange={() => onChoose(word)}
            />
            <span>{(titles as Readonly<Record<string, string>>)[word] ?? word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
