/** Offers a text to the visitor as a file. */
export function downloadFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser reads it in a task of its own.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
