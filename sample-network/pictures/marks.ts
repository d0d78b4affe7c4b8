import { natureMarks } from './marks-nature.js';
import { objectMarks } from './marks-objects.js';
import { patternMarks } from './marks-patterns.js';
import { tradeMarks } from './marks-trades.js';

/** Every brand mark: a drawing in a 100 × 100 box. */
export const marks = { ...natureMarks, ...objectMarks, ...patternMarks, ...tradeMarks };

export type MarkName = keyof typeof marks;
