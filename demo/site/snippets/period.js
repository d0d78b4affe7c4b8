const earnings = document.querySelector('#earnings');

// A period that is chosen in one element goes to the
// others, each of which makes one request for it.
earnings.addEventListener('hasoffers-range', (event) => {
  const others = document.querySelectorAll('.follows-period');
  for (const other of others) {
    other.period = event.detail.period;
  }
});
