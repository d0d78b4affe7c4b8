import type { AccountManagerElement, OfferListElement } from 'hasoffers-widgets';
import { type Ref, useEffect, useRef, useState } from 'react';
import { firstState, hear, hearReady, type State } from './app.js';

/** React 18 hears an element's own events through a ref. */
function useEvent<Element extends HTMLElement>(type: string): Ref<Element> {
  const ref = useRef<Element>(null);
  useEffect(() => {
    const element = ref.current;
    const listener = (event: Event) => hear(event as CustomEvent);
    element?.addEventListener(type, listener);
    return () => element?.removeEventListener(type, listener);
  }, [type]);
  return ref;
}

function Manager({ id }: { readonly id: string }) {
  const ref = useEvent<AccountManagerElement>('hasoffers-contact');
  return <hasoffers-account-manager ref={ref} id={id} endpoint="/hasoffers" layout="inline" />;
}

function List({ pageSize, fields, search, affSub }: State) {
  const ref = useRef<OfferListElement>(null);
  useEffect(() => {
    const list = ref.current;
    if (!list) return;
    const types = ['hasoffers-load', 'hasoffers-offer-click'] as const;
    const listener = (event: CustomEvent<unknown>) => hear(event);
    for (const type of types) list.addEventListener(type, listener);
    hearReady(list);
    return () => {
      for (const type of types) list.removeEventListener(type, listener);
    };
  }, []);
  return (
    <hasoffers-offer-list
      ref={ref}
      id="list"
      endpoint="/hasoffers"
      page-size={pageSize}
      fields={fields}
      search={search}
      aff-sub={affSub}
    />
  );
}

export function App({ onSet }: { readonly onSet: (set: (change: Partial<State>) => void) => void }) {
  const [state, setState] = useState(firstState);
  useEffect(() => onSet((change) => setState((before) => ({ ...before, ...change }))), [onSet]);
  const { pageSize, fields, search, affSub } = state;
  return (
    <>
      {state.shown && <List {...state} />}
      {state.byProperty && (
        <hasoffers-offer-list
          id="by-property"
          endpoint="/hasoffers"
          pageSize={pageSize}
          fields={fields}
          search={search}
          affSub={affSub}
        />
      )}
      {state.managers.map((id) => (
        <Manager key={id} id={id} />
      ))}
    </>
  );
}
