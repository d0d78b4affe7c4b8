// A classic script in the head: the visitor's choice must stand before the first paint, or the page flashes.
const query = new URLSearchParams(location.search);
// A state's page inside the gallery: without what stands around the state.
if (query.has('only')) document.documentElement.dataset.only = '';
try {
  const theme = query.get('theme') ?? localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage here (a sandboxed frame, a strict browser): the page follows the system.
}
