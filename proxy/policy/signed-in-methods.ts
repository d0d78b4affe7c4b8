import { accountMethods } from './account-methods.js';
import type { ApiMethod } from './method.js';
import { reportMethods } from './report-methods.js';

/**
 * The affiliate's own figures and messages. Whoever may call the proxy would see them, so they are only for visitors whom
 * the host application has signed in: by a token with the method's scope, or by `createProxy({ allow, authorize })`.
 */
export const signedInMethods: readonly ApiMethod[] = [...reportMethods, ...accountMethods];
