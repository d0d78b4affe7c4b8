/** What a page with the snippet needs of its content security policy. */
export interface PolicyParts {
  readonly script: string;
  readonly endpoint: string;
  /** Where the pictures come from that are shown now. */
  readonly pictures: readonly string[];
  /** `sha256-…` of the snippet's style element, if it has one. */
  readonly style?: string | undefined;
  /** What relative addresses are relative to. */
  readonly base: string;
}

/** The directives, one a line; a host adds them to its own. */
export function writePolicy({ script, endpoint, pictures, style, base }: PolicyParts): string {
  const origin = (address: string) => {
    try {
      return new URL(address, base).origin;
    } catch {
      return "'self'";
    }
  };
  return [
    `script-src ${origin(script)};`,
    `connect-src ${origin(endpoint)};`,
    ...(pictures.length > 0 ? [`img-src ${[...pictures].sort().join(' ')};`] : []),
    ...(style ? [`style-src '${style}';`] : []),
  ].join('\n');
}
