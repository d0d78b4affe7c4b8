import { readdirSync, readFileSync } from 'node:fs';
import { readEnvelope } from './envelope.js';

const folder = new URL('./fixtures/', import.meta.url);

export const fixtureNames = readdirSync(folder).map((file) => file.replace('.json', ''));

/** A reply's body, as text. */
export const fixtureBody = (name: string): string => readFileSync(new URL(`${name}.json`, folder), 'utf8');

/** The `data` member of a successful reply. */
export const fixtureData = (name: string): unknown => readEnvelope(fixtureBody(name), 200);
