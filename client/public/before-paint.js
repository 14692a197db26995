// Runs before anything is drawn, and so is small, and plain enough for any browser that can run the rest.
(function () {
  var root = document.documentElement;
  var theme = null;
  try {
    theme = localStorage.getItem('meridian.theme');
  } catch (storageIsOff) {
    // the device's own theme it is
  }
  if (theme !== 'light' && theme !== 'dark') theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.dataset.theme = theme;

  // The agenda is wanted on every page of a conference: it travels while the scripts do.
  var slug = location.pathname.split('/')[1];
  if (slug) {
    var early = document.createElement('link');
    early.rel = 'preload';
    early.as = 'fetch';
    early.crossOrigin = 'anonymous';
    early.href = '/api/conferences/' + slug + '/agenda';
    document.head.appendChild(early);
  }
})();
