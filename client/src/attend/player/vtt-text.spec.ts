import { wordsOfVtt } from './vtt-text.js';

it.each([
  ['nothing', '', []],
  ['a stretch in which nobody speaks', 'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n', []],
  ['cues with names, settings and two lines', 'WEBVTT\n\n1\n00:00.000 --> 00:01.000 line:80%\nGood morning,\neveryone\n\n00:01.000 --> 00:02.000\nسلام\n', ['Good morning,\neveryone', 'سلام']],
  ['marks and entities', 'WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\n<v Mina>Fish &amp; <i>chips</i> &lt;3 &who;\r\n', ['Fish & chips <3 &who;']],
  ['notes and styles', 'WEBVTT\n\nNOTE a --> b is not here\n\nSTYLE\n::cue { color: red }\n\n00:00.000 --> 00:01.000\nWords\n', ['Words']],
  ['a cue without words', 'WEBVTT\n\n00:00.000 --> 00:01.000\n<i></i>\n', []],
])('%s', (_name, text, words) => {
  expect(wordsOfVtt(text)).toEqual(words);
});
