document.querySelector('#newsletter').addEventListener('hasoffers-offer-click', (event) => {
  event.preventDefault(); // stay here; only show where the visit would go
  document.querySelector('#destination').textContent = event.detail.url;
});
