// Where signed-in elements get their token. Runs before the script with the elements.
(() => {
  const { url } = document.currentScript.dataset;
  const fetchToken = async () => {
    const response = await fetch(url, { method: 'POST', credentials: 'same-origin' });
    // Anything else: nobody is logged in, or the site grants this user nothing.
    return response.status === 200 ? response.text() : null;
  };
  // A function of the page's own wins.
  window.HasOffersWidgets = { token: fetchToken, ...window.HasOffersWidgets };
})();
