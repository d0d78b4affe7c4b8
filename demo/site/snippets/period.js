const earnings = document.querySelector('#earnings');
const others = document.querySelectorAll('.follows-period');

// A period that is chosen in one element goes to the
// others, each of which makes one request for it.
earnings.addEventListener('hasoffers-range', (event) => {
  for (const other of others) {
    other.period = event.detail.period;
  }
});
