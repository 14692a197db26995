import { channelTracks } from './channel-tracks.js';

describe('what a channel offers', () => {
  it('is two pictures, the floor first, its languages as their speakers call them, and sound alone', () => {
    expect(channelTracks(['en', 'fa', 'fr']).map(({ key, name, language, floor }) => [key, name, language, floor])).toEqual([
      ['video-720', '720p', null, false], ['video-360', '360p', null, false], ['audio-en', 'English', 'en', true], ['audio-fa', 'فارسی', 'fa', false],
      ['audio-fr', 'français', 'fr', false], ['audio-only', 'English', 'en', false],
    ]);
  });

  it('is the floor where no language is promised', () => {
    expect(channelTracks([]).map(({ key, language }) => [key, language])).toEqual([['video-720', null], ['video-360', null], ['audio-floor', null], ['audio-only', null]]);
  });
});
