import 'hasoffers-widgets/svelte';
import { render as renderApp } from 'svelte/server';
import App from './App.svelte';

export const render = (): readonly string[] => [renderApp(App, { props: { onSet: () => {} } }).body];
