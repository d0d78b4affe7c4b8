/** Writes to the console for the integrator, each text once. */
export interface Logger {
  /** Always logged. */
  error(text: string): void;
  /** Logged while debugging: when `debug` is on or, unless it is off, on localhost. */
  warn(text: string): void;
  /** @param debug - `undefined` = on localhost only. */
  setDebug(debug: boolean | undefined): void;
}

const localHosts = /^((.*\.)?localhost|127\.0\.0\.1|\[::1\])$/;

export function createLogger(hostname: string): Logger {
  const logged = new Set<string>();
  let debug: boolean | undefined;

  const logOnce = (text: string): void => {
    if (logged.has(text)) return;
    logged.add(text);
    console.error(`[hasoffers-widgets] ${text}`);
  };

  return {
    error: logOnce,
    warn(text) {
      if (debug ?? localHosts.test(hostname)) logOnce(text);
    },
    setDebug(value) {
      debug = value;
    },
  };
}
