import { built } from 'virtual:built';
import { render } from 'preact';
import { readQuery } from './configuration.js';
import { readElements } from './manifest.js';
import { Playground } from './Playground.js';
import { createPlace, createStore } from './store.js';

const elements = readElements(built.manifest);
const usual = 'hasoffers-offer-list';
/** What stands there at first: enough to see what an attribute is. */
const first = `_element=${usual}&page-size=6&search=`;
const store = createStore(createPlace((query) => readQuery(query || first, elements, usual)));
const root = document.querySelector('#playground');
if (root) render(<Playground built={built} elements={elements} store={store} />, root);
