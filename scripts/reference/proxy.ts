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

/** The proxy's variables, methods and errors. */
export function readProxy(): Reference['proxy'] {
  return {
    variables: readVariables(),
    methods: [
      // With a host, so that the parameter is there that only exists with one.
      ...createPublicMethods(['shop.example']).map((method) => toMethod(method, 'public')),
      ...extraMethods.map((method) => toMethod(method, 'extra')),
      ...signedInMethods.map((method) => toMethod(method, 'signed-in')),
    ],
    errors: Object.entries(proxyErrors).map(([name, [status, text]]) => ({ name, status, text })),
  };
}

const platform = { checkRedisUrl, checkKeyFile: () => undefined };
const enough = { HASOFFERS_NETWORK_ID: 'network', HASOFFERS_API_KEY: '0123456789abcdef' };

/** The names are those that the proxy reads from its environment. */
function readVariables(): readonly ProxyVariableEntry[] {
  const variableNames = new Set<string>();
  const recorder = new Proxy<Record<string, string>>(enough, {
    get: (target, name) => {
      variableNames.add(String(name));
      return target[String(name)];
    },
  });
  const { host, port } = parseConfig(recorder, platform);
  const { doc } = readDoc(readSource('proxy/core/config.ts'), 'export function parseConfig');
  const missing = problemsOf({});
  return doc.tags
    .filter(({ tag }) => tag === 'env')
    .map(({ name, text }) => {
      if (!variableNames.delete(name)) throw new Error(`"@env ${name}" is documented and not read.`);
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
      Array.from(variableNames, (name): never => {
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
  methodId,
  access,
  parameters: groupParameters(parameters),
});
