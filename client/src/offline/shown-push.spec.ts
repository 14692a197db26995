import { ownPath, readPush } from './shown-push.js';

const payload = { tag: 'a', title: 'Open Skies', body: 'About to start: Tides', language: 'fa', direction: 'rtl', path: '/open-skies/sessions/1' } as const;

it('shows what was sent, once a tag, and knows where it leads', () => {
  expect(readPush(JSON.stringify(payload))).toEqual({
    title: 'Open Skies',
    options: { body: 'About to start: Tides', tag: 'a', lang: 'fa', dir: 'rtl', icon: '/favicon.svg', data: { path: '/open-skies/sessions/1' } },
  });
});

it.each([null, '', 'no JSON', '[]', 'null', '{}'])('shows something for %p', (text) => {
  expect(readPush(text)).toMatchObject({ title: 'Meridian', options: { data: { path: '/' } } });
});

it.each([['https://elsewhere.example/'], ['//elsewhere.example'], ['/\\elsewhere.example'], ['javascript:alert(1)'], [undefined]])('does not lead to %s', (path) => expect(ownPath(path)).toBe('/'));
