import 'hasoffers-widgets/vue';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import App from './App.vue';

export const render = async (): Promise<readonly string[]> => [
  await renderToString(createSSRApp(App, { onSet: () => {} })),
];
