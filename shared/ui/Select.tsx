import { Icon } from './Icon.js';

interface SelectProps {
  readonly part: string;
  readonly label: string;
  readonly value: string;
  /** Value and words of each. */
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}

/** The browser's own list to choose from: it works with every keyboard, screen reader and phone. */
export const Select = ({ part, label, value, options, onChoose }: SelectProps) => (
  <label part={part} class="control">
    <span class="hidden">{label}</span>
    <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      {options.map(([each, words]) => (
        <option key={each} value={each} selected={each === value}>
          {words}
        </option>
      ))}
    </select>
    <Icon name="down" />
  </label>
);
