/**
 * Members that only the script's own code reads, which the minifier may therefore call by one letter. Nothing that stands
 * in a page, in an answer of the API, in `detail` of an event or in a name made of text may be here.
 */
const ours =
  'abbreviation accumulate delay tag agreed announce asked busy callers choice choose createModel css cure follow goTo hrefOf isTable template turn write shows ' +
  'after complete controller decode emit forget load links model options query rows send stop isEmpty made make narrowed onCopy onKeyLeak onRetry parser payoutTypes property relations report retryAfter ' +
  'retryDelays sendTo view whole';

/** Those of the libraries that do not begin with `_`: a node's own and a signal's. */
const theirs = 'abortController peek props ref';

export const privateNames = new RegExp(`^(_.*|${`${ours} ${theirs}`.replaceAll(' ', '|')})$`);
