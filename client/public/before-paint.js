/* global URLSearchParams */
// Runs before anything is drawn, and so is small, and plain enough for any browser that can run the rest.
(function () {
  var script = document.currentScript;
  var root = document.documentElement;

  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch (storageIsOff) {
      return null;
    }
  }

  function fetchEarly(rel, href, as) {
    var link = document.createElement('link');
    link.rel = rel;
    if (as) link.as = as;
    link.crossOrigin = 'anonymous';
    link.href = href;
    document.head.appendChild(link);
  }

  var theme = stored('meridian.theme');
  if (theme !== 'light' && theme !== 'dark') theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.dataset.theme = theme;

  // What is wanted in any case travels while the scripts do: the agenda, on every page of a conference ...
  var slug = location.pathname.split('/')[1];
  var isConference = slug && !/^(account|admin|invitations|sign-in|welcome)$/.test(slug);
  if (isConference) fetchEarly('preload', '/api/conferences/' + slug + '/agenda', 'fetch');

  // ... and the texts of the page, in the language that src/i18n/start-i18n.ts will choose
  var paths = {};
  (script.dataset.languages || '').split(', ').forEach(function (entry) {
    paths[entry.split(' ')[0]] = entry.split(' ')[1];
  });
  var wanted = [new URLSearchParams(location.search).get('lang'), stored('meridian.language')].concat(navigator.languages, 'en');
  for (var i = 0; i < wanted.length; i += 1) {
    var path = paths[(wanted[i] || '').toLowerCase().split('-')[0]];
    if (path) {
      fetchEarly('modulepreload', path);
      break;
    }
  }
})();
