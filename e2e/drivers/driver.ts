/** A tab of a browser: as little as every engine can do, so that a test is written once. */
export interface Driver {
  goto(url: string): Promise<void>;
  /** Calls the function in the page, and waits if it gives a promise. What goes in and out is JSON; it sees nothing else. */
  run<Given extends readonly unknown[], Result>(
    call: (...given: Given) => Result | Promise<Result>,
    ...given: Given
  ): Promise<Result>;
  /** A visitor's click on what the function finds in the page, shadow roots included. */
  click(find: () => Element | null | undefined): Promise<void>;
  /** A visitor's keys, into what the function finds. */
  type(find: () => Element | null | undefined, text: string): Promise<void>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  /** It is there, and what drives it; otherwise `scripts/runtimes.ts` has said why not. */
  readonly isThere: boolean;
  start(): Promise<Driver>;
}
