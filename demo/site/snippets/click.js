const list = document.querySelector('#newsletter');
const place = document.querySelector('#destination');

list.addEventListener('hasoffers-offer-click', (event) => {
  event.preventDefault(); // no visit, only its address
  place.textContent = event.detail.url;
});
