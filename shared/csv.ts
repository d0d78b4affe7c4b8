type Cell = string | number | null;

/**
 * A cell as text. Spreadsheets take what begins with one of these characters for a formula and run it; sub-ids come from
 * anybody's links (OWASP, "CSV Injection").
 */
function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as comma separated values (RFC 4180), with the byte order mark by which Excel knows UTF-8. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`;
