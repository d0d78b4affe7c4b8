import { expect } from 'vitest';
import type { Log, LogLine } from './log.js';
import { createSecretScan } from './scan.js';
import { secondKey, testKey } from './test-origin.js';

/** Everything that left the proxy in a test: bodies, headers, log lines, thrown errors. */
export interface Recorder {
  readonly texts: string[];
  readonly lines: LogLine[];
  readonly log: Log;
  /** Records an answer and gives its parts back. */
  readonly record: (response: Response) => Promise<Recorded>;
  /** The one assertion about secrets. */
  readonly expectNoKey: (...moreKeys: readonly string[]) => void;
}

export interface Recorded {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Member `response` of the envelope. */
  readonly envelope: Envelope;
  readonly code: string | undefined;
}

export interface Envelope {
  readonly status?: number;
  readonly httpStatus?: number;
  readonly data?: unknown;
  readonly errors?: readonly { readonly code?: string; readonly publicMessage?: string }[];
  readonly errorMessage?: string | null;
}

export function createRecorder(): Recorder {
  const texts: string[] = [];
  const lines: LogLine[] = [];
  return {
    texts,
    lines,
    log: (line) => {
      lines.push(line);
      texts.push(JSON.stringify(line));
    },
    record: async (response) => {
      const text = await response.text();
      texts.push(text, JSON.stringify([...response.headers]), response.statusText);
      const envelope = text === '' ? {} : ((JSON.parse(text) as { response?: Envelope }).response ?? {});
      return { status: response.status, headers: response.headers, text, envelope, code: envelope.errors?.[0]?.code };
    },
    expectNoKey: (...moreKeys) => {
      const holdsKey = createSecretScan([testKey, secondKey, ...moreKeys]);
      // The scan is proved on its own in scan.test.ts; the raw form is looked for once more without it.
      const leaked = texts.filter((text) => holdsKey(text) || text.includes(testKey) || text.includes(secondKey));
      expect(leaked).toEqual([]);
    },
  };
}
