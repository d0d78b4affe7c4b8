import { mountSignedIn } from '../signed-in-site.js';
import type { PseudoPage } from './pseudo-page.js';

/** Nothing in them has letters. */
const alerts = [
  { Alert: { id: '3', title: '1', content: '2', type_code: '601', datetime: '2026-07-01 07:00:00' } },
  { Alert: { id: '2', title: '3', content: '4', type_code: '602' } },
  { Alert: { id: '1', title: '', content: '5', type_code: '100' } },
];

const messages = (attributes: string) => `<hasoffers-messages loading="eager" ${attributes}></hasoffers-messages>`;

export const messagesPage: PseudoPage = {
  tag: 'hasoffers-messages',
  mount(harness) {
    mountSignedIn(harness);
    for (const [path, data] of Object.entries({ '/messages': alerts, '/messages/none': [] })) {
      harness.site.route(path, (_, response) => {
        const envelope = { response: { status: 1, httpStatus: 200, data, errors: [], errorMessage: null } };
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(envelope));
      });
    }
  },
  body: [
    messages('endpoint="/messages" limit="2"'),
    messages('endpoint="/messages"'),
    messages('endpoint="/messages" layout="badge"'),
    messages('endpoint="/messages/none"'),
  ].join(''),
  states: ['ready', 'ready', 'ready', 'empty'],
  async show(_, read) {
    await read();
    return [];
  },
};
