import 'hasoffers-widgets/react';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { StrictMode } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { App } from './App.js';

const app = (
  <StrictMode>
    <App onSet={() => {}} />
  </StrictMode>
);

/** Both ways that React has on a server; they must agree. */
export async function render(): Promise<readonly string[]> {
  const stream = new PassThrough();
  const { pipe } = renderToPipeableStream(app, { onAllReady: () => pipe(stream) });
  return [renderToString(app), await text(stream)];
}
