import type { ComponentChildren } from 'preact';
import { useErrorBoundary, useRef } from 'preact/hooks';

interface ViewBoundaryProps {
  readonly children: ComponentChildren;
  /** Shown instead after an exception. */
  readonly fallback: ComponentChildren;
  /** The children are tried again when this changes. */
  readonly resetOn: unknown;
  readonly onError: (cause: unknown) => void;
}

/** An exception in a view ends here, not in the host page. */
export function ViewBoundary({ children, fallback, resetOn, onError }: ViewBoundaryProps) {
  const failedOn = useRef<unknown>(undefined);
  const [error] = useErrorBoundary((cause) => {
    failedOn.current = resetOn;
    onError(cause);
  });
  return <>{error !== undefined && failedOn.current === resetOn ? fallback : children}</>;
}
