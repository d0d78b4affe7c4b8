import { Icon } from './Icon.js';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface SelectProps {
  readonly part: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onSelect: (value: string) => void;
}

/** The browser's own list to choose from: it works with every keyboard, screen reader and phone. */
export const Select = ({ part, label, value, options, onSelect }: SelectProps) => (
  <div part={part} class="control">
    <select aria-label={label} value={value} onChange={({ currentTarget }) => onSelect(currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <Icon name="down" />
  </div>
);
