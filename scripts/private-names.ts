/**
 * Members that only the script's own code reads, which the minifier may therefore call by one letter. Nothing that stands
 * in a page, in an answer of the API, in `detail` of an event or in a name made of text may be here.
 */
const ours =
  'abbreviation accumulate after agreed announce asked busy callers choice choose complete controller createModel ' +
  'css cure decode delay emit follow forget goTo hrefOf isEmpty isTable links load made make model narrowed onCopy ' +
  'onKeyLeak onRetry options parser payoutTypes property query relations report retryAfter retryDelays rows send ' +
  'sendTo shows stop tag template turn view whole write';

/** Those of the libraries that do not begin with `_`: a node's own and a signal's. */
const theirs = 'abortController peek props ref';

export const privateNames = new RegExp(`^(_.*|${`${ours} ${theirs}`.replaceAll(' ', '|')})$`);
