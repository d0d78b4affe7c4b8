// A classic script in the head: the visitor's choice must stand before the first paint, or the page flashes.
try {
  const theme = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage here (a sandboxed frame, a strict browser): the page follows the system.
}
