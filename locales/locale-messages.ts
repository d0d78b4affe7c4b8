export { type Messages, messages as english } from '../shared/messages.js';
