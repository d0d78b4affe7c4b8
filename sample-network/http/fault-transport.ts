import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../faults.js';
import { type Reply, recordedHeaders, sendReply } from './reply.js';
import type { Timers } from './timers.js';

const badGatewayPage =
  '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>502 Bad Gateway</title>\n</head><body>\n' +
  '<h1>Bad Gateway</h1>\n<p>The proxy server received an invalid response from an upstream server.</p>\n</body></html>\n';

const maintenancePage =
  '<!doctype html><html lang="en"><title>Scheduled maintenance</title><h1>We will be right back</h1></html>';

/** Faults that never reach the application. True = the call is dealt with. */
export async function failEarly(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  timers: Timers,
  redirectTo: string,
): Promise<boolean> {
  const html = (status: number, body: string) =>
    sendReply(request, response, { status, type: 'text/html; charset=iso-8859-1', body });
  switch (fault.name) {
    case 'delay':
      await timers.wait(fault.value);
      return false;
    case 'hang':
      return true;
    case 'reset':
      request.socket.resetAndDestroy();
      return true;
    case 'http':
      html(fault.value, badGatewayPage.replaceAll('502', String(fault.value)));
      return true;
    case 'html':
      html(200, maintenancePage);
      return true;
    case 'empty-body':
      sendReply(request, response, { status: 200, type: 'application/json', body: '' });
      return true;
    case 'redirect':
      sendReply(request, response, { status: 302, type: 'text/html', body: '', headers: { Location: redirectTo } });
      return true;
    default:
      return false;
  }
}

/** Sends a reply the way a transport fault would have it. False = this fault does not touch the transport. */
export async function sendFaulty(
  fault: Fault,
  response: ServerResponse,
  reply: Reply,
  timers: Timers,
): Promise<boolean> {
  const bytes = Buffer.from(reply.body);
  const head = { ...recordedHeaders, 'Content-Type': reply.type };
  switch (fault.name) {
    case 'half-json': {
      const half = bytes.subarray(0, Math.floor(bytes.length / 2));
      response.writeHead(reply.status, { ...head, 'Content-Length': half.length }).end(half);
      return true;
    }
    case 'truncated':
      response.writeHead(reply.status, { ...head, 'Content-Length': bytes.length });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
      return true;
    case 'drip': {
      response.writeHead(reply.status, { ...head, 'Content-Length': bytes.length });
      const size = Math.max(1, Math.ceil(bytes.length / 20));
      for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
        response.write(bytes.subarray(at, at + size));
        await timers.wait(fault.value);
      }
      response.end();
      return true;
    }
    default:
      return false;
  }
}
