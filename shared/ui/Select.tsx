import { showIcon } from './Icon.js';

/**
 * The browser's own list to choose from: it works with every keyboard, screen reader and phone.
 *
 * @param options - Value and words of each.
 */
export const showSelect = (
  part: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, words: string])[],
  onChoose: (value: string) => void,
) => (
  <div key={label} part={part} class="control">
    <select aria-label={label} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
    {showIcon('down')}
  </div>
);
