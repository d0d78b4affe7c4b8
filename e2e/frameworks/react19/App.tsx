import type { OfferListElement } from 'hasoffers-widgets';
import { useEffect, useRef, useState } from 'react';
import { firstState, hear, hearReady, type State } from './app.js';

/**
 * Lists as text, because React 19 leaves others out on a server. And a listener by a ref: when React takes over what a
 * server rendered, it does not add the listeners of a custom element's `on…`.
 */
function List({ pageSize, fields, search, affSub }: State) {
  const ref = useRef<OfferListElement>(null);
  useEffect(() => {
    const list = ref.current;
    if (!list) return;
    hearReady(list);
    list.addEventListener('hasoffers-load', hear);
    list.addEventListener('hasoffers-offer-click', hear);
    return () => {
      list.removeEventListener('hasoffers-load', hear);
      list.removeEventListener('hasoffers-offer-click', hear);
    };
  }, []);
  return (
    <hasoffers-offer-list
      ref={ref}
      id="list"
      endpoint="/hasoffers"
      page-size={pageSize}
      fields={fields?.join(' ')}
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
          onhasoffers-offer-click={hear}
        />
      )}
      {state.managers.map((id) => (
        <hasoffers-account-manager key={id} id={id} endpoint="/hasoffers" layout="inline" onhasoffers-contact={hear} />
      ))}
    </>
  );
}
