/** What a path says before any parameter is read. */
export interface Endpoint {
  /** `2` for /Apiv3/json, `3` for /v3/Target.json, as recorded. */
  readonly version: '2' | '3';
  readonly format: string;
  /** Only the /v3/ form has it in the path. */
  readonly target: string | undefined;
}

/** `/Apiv3/json` and `/v3/Affiliate_Offer.json`; `null` for a path that is no API call at all. */
export function parseEndpoint(path: string): Endpoint | null {
  const current = /^\/Apiv3\/([A-Za-z0-9]*)\/?$/.exec(path);
  if (current) return { version: '2', format: current[1] ?? '', target: undefined };
  const older = /^\/v3\/([A-Za-z0-9_]+)(?:\.([A-Za-z0-9]*))?$/.exec(path);
  if (older) return { version: '3', format: older[2] ?? '', target: older[1] };
  return null;
}

/** Prefixes of ours in front of an API path: `/fault/hang/Apiv3/json`, `/network/sample-disabled/Apiv3/json`. */
export interface Prefixes {
  readonly path: string;
  readonly faults: readonly string[];
  readonly networkId: string | undefined;
}

/**
 * Invention: the prefixes. They let several states stand side by side on one page, where the real API would need
 * several networks, and stand for the sub-domain that a local URL does not have.
 */
export function parsePrefixes(path: string): Prefixes {
  let rest = path;
  let networkId: string | undefined;
  const faults: string[] = [];
  for (;;) {
    const prefix = /^\/(fault|network|redirected)\/([A-Za-z0-9-]+)(?=\/)/.exec(rest);
    if (!prefix) return { path: rest, faults, networkId };
    rest = rest.slice(prefix[0].length);
    if (prefix[1] === 'fault') faults.push(prefix[2] ?? '');
    if (prefix[1] === 'network') networkId = prefix[2];
  }
}

/** `sample.api.localhost` → `sample`. */
export function networkIdOfHost(host: string | undefined): string | undefined {
  return /^([A-Za-z0-9-]+)\.api\./.exec(host ?? '')?.[1];
}
