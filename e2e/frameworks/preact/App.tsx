import type { OfferListElement } from 'hasoffers-widgets';
import { useEffect, useRef, useState } from 'preact/hooks';
import { firstState, hear, hearReady, type State } from './app.js';

/** By the names of HTML, so that what a server renders is what the element gets. */
function List({ pageSize, fields, search, affSub }: State) {
  const ref = useRef<OfferListElement>(null);
  useEffect(() => {
    if (ref.current) hearReady(ref.current);
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
      onhasoffers-load={hear}
      onhasoffers-offer-click={hear}
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
        <hasoffers-account-manager key={id} id={id} endpoint="/hasoffers" layout="inline" onhasoffers-contact={hear} />
      ))}
    </>
  );
}
