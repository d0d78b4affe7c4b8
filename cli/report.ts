import type { Report } from './check.js';

const marks = { ok: 'ok     ', note: 'note   ', problem: 'PROBLEM' };
const indent = ' '.repeat(20);

/** For people: one line per finding, and below it what to do. */
export function toText({ endpoint, findings, requests }: Report): string {
  const lines = findings.flatMap(({ check, level, message, hint }) => [
    `${marks[level]}  ${check.padEnd(11)}${message}`,
    ...(hint === undefined ? [] : [`${indent}→ ${hint}`]),
  ]);
  const count = findings.filter(({ level }) => level === 'problem').length;
  const sum = count === 0 ? 'No problems' : `${count} problem${count === 1 ? '' : 's'}`;
  return [`${endpoint}\n`, ...lines, `\n${sum}, ${requests} request${requests === 1 ? '' : 's'}.`].join('\n');
}

/** For programs. */
export function toJson(report: Report): string {
  return JSON.stringify(report, null, 2);
}
