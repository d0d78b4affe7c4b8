import { type LinkParamName, type LinkParams, linkParamNames } from '../../shared/api/tracking-link.js';
import { toHttpUrl } from '../../shared/api/url.js';
import type { ParamProblem, ParamProblems } from './tracking-link.types.js';

/** As the proxy checks them, so that a value is refused beside its field and without a request. */
const checkSubId = (value: string): ParamProblem | undefined => {
  if (/[^\w.~:-]/.test(value)) return 'subCharacters';
  return value.length > 64 ? 'subTooLong' : undefined;
};

const checks: { readonly [name in LinkParamName]?: (value: string) => ParamProblem | undefined } = {
  // Which hosts are allowed is for the proxy to say.
  url: (value) => (toHttpUrl(value) === null ? 'urlNotValid' : undefined),
  // Chosen from a list.
  url_id: () => undefined,
};

/** What is wrong with the values of a link; empty when nothing is. */
export function checkParams(params: LinkParams): ParamProblems {
  const problems: { [name in LinkParamName]?: ParamProblem } = {};
  for (const name of linkParamNames) {
    const value = params[name];
    const problem = value && (checks[name] ?? checkSubId)(value);
    if (problem) problems[name] = problem;
  }
  return problems;
}
