import type { Configuration } from './configuration.js';
import { type Colour, contrast, pairs } from './contrast.js';
import type { Token } from './manifest.js';
import { presets } from './presets.js';
import { TokenControl } from './TokenControl.js';
import { isBase } from './tokens.js';

interface LookPanelProps {
  readonly tokens: readonly Token[];
  readonly configuration: Configuration;
  /** What the variables come to in the preview. */
  readonly colours: ReadonlyMap<string, Colour>;
  readonly onSet: (name: string, value: string | undefined) => void;
  readonly onPreset: (preset: (typeof presets)[number] | undefined) => void;
}

/** The theme editor: a look to start from, what cannot be read well, and every variable. */
export function LookPanel({ tokens, configuration, colours, onSet, onPreset }: LookPanelProps) {
  const controls = (some: readonly Token[]) =>
    some.map((token) => (
      <TokenControl
        key={token.name}
        token={token}
        value={configuration.tokens[token.name]}
        colour={colours.get(token.name.replace('--hasoffers-', ''))}
        onSet={(value) => onSet(token.name, value)}
      />
    ));
  const others = tokens.filter((token) => !isBase(token));
  const same = (preset: (typeof presets)[number]) =>
    JSON.stringify(preset.tokens) === JSON.stringify(configuration.tokens);
  return (
    <>
      <fieldset class="presets">
        <legend>Start from a look</legend>
        <button
          type="button"
          aria-pressed={Object.keys(configuration.tokens).length === 0}
          onClick={() => onPreset(undefined)}
        >
          <Swatch tokens={{}} />
          As it comes
        </button>
        {presets.map((preset) => (
          <button key={preset.id} type="button" aria-pressed={same(preset)} onClick={() => onPreset(preset)}>
            <Swatch tokens={preset.tokens} />
            {preset.title}
          </button>
        ))}
      </fieldset>
      <Contrasts colours={colours} />
      {controls(tokens.filter(isBase))}
      {others.length > 0 && (
        <details class="more" open={others.some(({ name }) => name in configuration.tokens)}>
          <summary>{others.length} more: shades made of these, and single parts</summary>
          {controls(others)}
        </details>
      )}
    </>
  );
}

/** A look in three colours. */
const Swatch = ({ tokens }: { readonly tokens: Readonly<Record<string, string>> }) => (
  <svg class="swatch" viewBox="0 0 36 20" aria-hidden="true">
    {['surface', 'accent', 'text'].map((name, place) => (
      <circle
        key={name}
        cx={10 + place * 8}
        cy="10"
        r="7.5"
        class={name}
        style={{ fill: tokens[`--hasoffers-${name}`] ?? '' }}
      />
    ))}
  </svg>
);

/** WCAG's ratios of what stands on what, as the preview shows it. */
function Contrasts({ colours }: { readonly colours: ReadonlyMap<string, Colour> }) {
  const rows = pairs.flatMap(({ front, ground, what, least }) => {
    const [one, other] = [colours.get(front), colours.get(ground)];
    if (!one || !other) return [];
    const ratio = contrast(one, other);
    return [{ what, front, ground, least, ratio, enough: ratio >= least }];
  });
  const poor = rows.filter(({ enough }) => !enough);
  return (
    <details class="contrasts" open={poor.length > 0}>
      <summary>
        <span role="status">
          {poor.length === 0
            ? 'Contrast: all can be read'
            : `Contrast: ${poor.length} of ${rows.length} are hard to read`}
        </span>
      </summary>
      <ul>
        {rows.map(({ what, front, ground, least, ratio, enough }) => (
          <li key={what} class={enough ? 'enough' : 'poor'}>
            <span>{what}</span>
            <code>
              {front} / {ground}
            </code>
            <strong>{(Math.floor(ratio * 100) / 100).toFixed(2)}</strong>
            <small>{enough ? `at least ${least}: good` : `less than ${least}`}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
