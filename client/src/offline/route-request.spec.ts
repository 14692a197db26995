import { routeRequest } from './route-request.js';

const origin = 'https://conference.example';
const request = (path: string, given: { method?: string; mode?: string } = {}) => ({ method: 'GET', mode: 'cors', ...given, url: new URL(path, origin).href });

test.each([
  ['a page', request('/open-skies/agenda', { mode: 'navigate' }), 'page'],
  ['a built file', request('/assets/index-abc.js'), 'kept-file'],
  ['an agenda', request('/api/conferences/open-skies/agenda'), 'agenda'],
  ['its texts', request('/api/conferences/open-skies/agenda/texts'), 'agenda'],
  ['its changes', request('/api/conferences/open-skies/agenda/changes?since=4'), 'leave'],
  ['the list of conferences', request('/api/conferences'), 'leave'],
  ['the API read as a page', request('/api/docs', { mode: 'navigate' }), 'leave'],
  ['a calendar that is downloaded', request('/api/conferences/open-skies/calendar.ics', { mode: 'navigate' }), 'leave'],
  ['the socket', request('/socket.io/?EIO=4'), 'leave'],
  ['a playlist', request('/streams/play/token/channel/main.m3u8'), 'leave'],
  ['a token', request('/api/socket-token', { method: 'POST' }), 'leave'],
  ['another origin', request('https://elsewhere.example/x.js'), 'leave'],
])('%s', (_case, asked, route) => {
  expect(routeRequest(asked, origin)).toBe(route);
});
