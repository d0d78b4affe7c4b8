import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWidget } from './widget-context.js';

/**
 * Says to screen readers what is shown when that becomes something else. The first time is left to the page itself.
 *
 * @param summary - What is shown, in words; `undefined` while nothing is.
 */
export function useAnnounceOnChange(summary: string | undefined): void {
  const { announce } = useWidget();
  const previous = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (summary === undefined) return;
    if (previous.current !== undefined && previous.current !== summary) announce(summary);
    previous.current = summary;
  }, [summary]);
}
