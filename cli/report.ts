import type { Report } from './check.js';

const marks = { ok: 'ok     ', note: 'note   ', problem: 'PROBLEM' };
const indent = ' '.repeat(20);

/** One line per finding, with the hint below it. */
export function toText({ endpoint, findings, requests }: Report): string {
  const lines = findings.flatMap(({ check, level, message, hint }) => [
    `${marks[level]}  ${check.padEnd(11)}${message}`,
    ...(hint === undefined ? [] : [`${indent}→ ${hint}`]),
  ]);
  const count = findings.filter(({ level }) => level === 'problem').length;
  const total = count === 0 ? 'No problems' : `${count} problem${count === 1 ? '' : 's'}`;
  return [`${endpoint}\n`, ...lines, `\n${total}, ${requests} request${requests === 1 ? '' : 's'}.`].join('\n');
}

/** The report for other programs. */
export function toJson(report: Report): string {
  return JSON.stringify(report, null, 2);
}
