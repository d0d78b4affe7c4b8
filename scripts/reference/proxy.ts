import { parseConfig } from '../../proxy/core/config.js';
import { checkRedisUrl } from '../../proxy/core/config-schema.js';
import { ConfigurationError, defaults } from '../../proxy/core/options.js';
import { extraMethods } from '../../proxy/policy/extra-methods.js';
import type { ApiMethod } from '../../proxy/policy/method.js';
import { proxyErrors } from '../../proxy/policy/proxy-error.js';
import { createPublicMethods } from '../../proxy/policy/public-methods.js';
import { signedInMethods } from '../../proxy/policy/signed-in-methods.js';
import type { ProxyMethodEntry, ProxyVariableEntry, Reference } from './model.js';
import { groupParameters } from './parameters.js';
import { readDoc, readSource } from './source.js';

/** What the proxy reads, lets through and answers. */
export function readProxy(): Reference['proxy'] {
  return {
    variables: readVariables(),
    methods: [
      // With a host, so that the parameter is there that only exists with one.
      ...createPublicMethods(['shop.example']).map((method) => toMethod(method, 'public')),
      ...extraMethods.map((method) => toMethod(method, 'extra')),
      ...signedInMethods.map((method) => toMethod(method, 'signed-in')),
    ],
    refusals: Object.entries(proxyErrors).map(([name, [status, text]]) => ({ name, status, text })),
  };
}

const platform = { checkRedisUrl, checkKeyFile: () => undefined };
const enough = { HASOFFERS_NETWORK_ID: 'network', HASOFFERS_API_KEY: '0123456789abcdef' };

/** The names are those that the proxy asks its environment for. */
function readVariables(): readonly ProxyVariableEntry[] {
  const asked = new Set<string>();
  const recorder = new Proxy<Record<string, string>>(enough, {
    get: (target, name) => {
      asked.add(String(name));
      return target[String(name)];
    },
  });
  const { host, port } = parseConfig(recorder, platform);
  const { doc } = readDoc(readSource('proxy/core/config.ts'), 'export function parseConfig');
  const missing = problemsOf({});
  return doc.tags
    .filter(({ tag }) => tag === 'env')
    .map(({ name, text }) => {
      if (!asked.delete(name)) throw new Error(`"@env ${name}" is documented and not read.`);
      const option = name
        .replace('HASOFFERS_', '')
        .toLowerCase()
        .replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
      const absent = { host, port, ...defaults }[option];
      return {
        name,
        text,
        required: missing.some((problem) => problem.startsWith(`${name} is missing`)),
        absent: absent === undefined ? '' : String(absent),
        // What it says of nonsense.
        expected: problemsOf({ ...enough, [name]: '¿' })
          .filter((problem) => problem.startsWith(`${name} `))
          .map((problem) => problem.replace(/^\S+ (?:must be |must consist of |.* at position 1: )?/, ''))
          .join(' '),
      };
    })
    .concat(
      Array.from(asked, (name): never => {
        throw new Error(`The variable ${name} has no line "@env ${name} - …".`);
      }),
    );
}

function problemsOf(variables: Readonly<Record<string, string>>): readonly string[] {
  try {
    parseConfig(variables, platform);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

const toMethod = ({ methodId, parameters }: ApiMethod, access: ProxyMethodEntry['access']): ProxyMethodEntry => ({
  pair: methodId,
  access,
  parameters: groupParameters(parameters),
});
