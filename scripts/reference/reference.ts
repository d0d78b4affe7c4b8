import packageJson from '../../package.json' with { type: 'json' };
import { readElement } from './element.js';
import { readErrors } from './errors.js';
import type { Reference } from './model.js';
import { readProxy } from './proxy.js';
import { readMessages, readSettings } from './settings.js';
import { readTypes } from './types.js';

type Contract = Parameters<typeof readElement>[1];

/** An element's contract is the one export of its folder that has a tag. */
const contracts = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../../widgets/*/*.ts', '!../../widgets/**/*.test.ts', '!../../widgets/**/test-*.ts'],
  { eager: true },
);

const isContract = (value: unknown): value is Contract => Object.hasOwn(Object(value), 'tag');

/** Reads it all from the code. Needs Vite around it, because elements import their stylesheets. */
export function readReference(): Reference {
  const elements = Object.entries(contracts).flatMap(([path, members]) =>
    Object.entries(members)
      .filter((member): member is [string, Contract] => isContract(member[1]))
      .map(([name, contract]) => readElement(name, contract, path.replace('../../', ''))),
  );
  return {
    version: packageJson.version,
    elements,
    types: readTypes(elements.flatMap(({ events }) => events.map(({ type }) => type))),
    errors: readErrors(),
    settings: readSettings(),
    messages: readMessages(),
    proxy: readProxy(),
  };
}
