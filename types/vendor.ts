/**
 * The little that our declarations say of preact and its signals. Both are inside the built files and not installed with
 * the package, so `scripts/declarations.ts` makes the declarations name these instead. `e2e/types.test.ts` tells when a
 * name is missing here.
 */
export declare namespace JSX {
  interface Element {
    readonly type: unknown;
    readonly props: unknown;
  }
}

export type ComponentChildren = unknown;
export type ComponentType<Props> = (props: Props) => unknown;

export declare class Component<Props> {
  readonly props: Props;
}

export interface ReadonlySignal<Value> {
  readonly value: Value;
  peek(): Value;
}

export interface Signal<Value> {
  value: Value;
  peek(): Value;
}
