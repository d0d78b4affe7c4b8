import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Creative } from '../../../shared/api/creatives.js';

/** The page's policy forbids frames of this kind: once seen, it is not tried again. */
export const isFrameBlocked = signal(false);

/** Nothing but pictures and style, whatever the network wrote. The page's own policy holds beside this one. */
const head = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'"><style>body{margin:0;font-family:sans-serif}</style>`;

/**
 * The network's HTML as it looks, in a frame of its own: without scripts, forms, links to the outside, cookies, and
 * without a way to the page (`sandbox`). Not `srcdoc`, which Trusted Types forbid.
 */
export function HtmlFrame({ creative: { name, width, height, code } }: { readonly creative: Creative }) {
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    const created = URL.createObjectURL(new Blob([head, code ?? ''], { type: 'text/html' }));
    setUrl(created);
    return () => URL.revokeObjectURL(created);
  }, [code]);
  useEffect(() => {
    const onViolation = ({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (disposition !== 'enforce' || !/^(frame|child|default)-src/.test(effectiveDirective)) return;
      if (/^blob\b/.test(blockedURI)) isFrameBlocked.value = true;
    };
    document.addEventListener('securitypolicyviolation', onViolation);
    return () => document.removeEventListener('securitypolicyviolation', onViolation);
  }, []);
  return (
    // A picture of it: nothing in it can be reached by pointer or keyboard.
    <div part="preview" class="preview" inert>
      {url && (
        <iframe
          key={url}
          title={name}
          sandbox=""
          {...{ credentialless: true }}
          loading="lazy"
          referrerpolicy="no-referrer"
          width={width ?? '100%'}
          height={height ?? 250}
          src={url}
        />
      )}
    </div>
  );
}
