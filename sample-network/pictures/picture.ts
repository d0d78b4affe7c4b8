import type { LetteringName } from './lettering.js';
import type { MarkName } from './marks.js';
import type { PaletteName } from './palettes.js';
import type { SceneName } from './scenes.js';

/** A brand's creative as data; `draw-picture.ts` turns it into an SVG. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** As a network's staff would have uploaded it: blanks and upper-case extensions happen. */
  readonly filename: string;
  readonly design: Design;
}

type Design =
  | { readonly kind: 'logo'; readonly mark: MarkName; readonly palette: PaletteName; readonly lettering: LetteringName }
  | {
      readonly kind: 'scene';
      readonly scene: SceneName;
      readonly palette: PaletteName;
      readonly lettering: LetteringName;
    };

/** A wordmark beside its mark, on the brand's paper colour. */
export function logo(
  filename: string,
  mark: MarkName,
  palette: PaletteName,
  lettering: LetteringName,
  [width, height]: readonly [number, number] = [300, 120],
): Picture {
  return { width, height, filename, design: { kind: 'logo', mark, palette, lettering } };
}

/** The product as an illustration, with the wordmark where the format leaves room for it. */
export function scene(
  filename: string,
  sceneName: SceneName,
  palette: PaletteName,
  lettering: LetteringName,
  [width, height]: readonly [number, number] = [300, 250],
): Picture {
  return { width, height, filename, design: { kind: 'scene', scene: sceneName, palette, lettering } };
}
