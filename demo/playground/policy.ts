/** What a page with the snippet needs of its content security policy. */
export interface PolicyParts {
  readonly script: string;
  readonly endpoint: string;
  /** Where the pictures come from that are shown now. */
  readonly pictures: readonly string[];
  /** HTML of the network is drawn in frames that the element makes. */
  readonly hasFrames?: boolean;
  /** `sha256-…` of the snippet's style element, if it has one. */
  readonly style?: string | undefined;
  /** `sha256-…` of the snippet's inline script, if it has one: it asks the page's own server for a token. */
  readonly inlineScript?: string | undefined;
  /** What relative addresses are relative to. */
  readonly base: string;
}

/** The directives, one a line; a host adds them to its own. */
export function writePolicy({ script, endpoint, pictures, hasFrames, style, inlineScript, base }: PolicyParts): string {
  const origin = (address: string) => {
    try {
      return new URL(address, base).origin;
    } catch {
      return "'self'";
    }
  };
  return [
    `script-src ${[origin(script), ...(inlineScript ? [`'${inlineScript}'`] : [])].join(' ')};`,
    `connect-src ${[origin(endpoint), ...(inlineScript ? ["'self'"] : [])].join(' ')};`,
    ...(pictures.length > 0 ? [`img-src ${[...pictures].sort().join(' ')};`] : []),
    ...(hasFrames ? ['frame-src blob:;'] : []),
    ...(style ? [`style-src '${style}';`] : []),
  ].join('\n');
}
