import 'hasoffers-widgets/preact';
import { renderToString } from 'preact-render-to-string';
import { App } from './App.js';

export const render = (): readonly string[] => [renderToString(<App onSet={() => {}} />)];
