import Hls, { type ErrorData, type HlsConfig } from 'hls.js';
import { CueTrack } from './cue-track.js';
import { pictureUpTo, wishedOf, type CaptionTrack, type EngineEvents, type LiveWindow, type MediaEngine, type Offer, type Picture, type Sound, type Wishes } from './media-engine.js';
import { OverlaidSound } from './overlaid-sound.js';

const SETTINGS: Partial<HlsConfig> = {
  // fragmented MP4 is passed on as it is: a worker would cost more than it takes off the page
  enableWorker: false,
  // the distance to now is the server's word (PART-HOLD-BACK, HOLD-BACK); each stall asks for half a second more
  liveSyncOnStallIncrease: 0.5,
  maxLiveSyncPlaybackRate: 1.06,
  liveDurationInfinity: true,
  // begin with a picture, not with a measurement
  startFragPrefetch: true,
  testBandwidth: false,
  abrEwmaDefaultEstimate: 1_500_000,
  capLevelToPlayerSize: true,
  maxBufferLength: 20,
  audioStreamController: OverlaidSound,
  // what is heard is laid over, never taken out
  nextAudioTrackBufferFlushForwardOffset: Infinity,
  backBufferLength: 60,
  enableCEA708Captions: false,
  enableIMSC1: false,
  enableInterstitialPlayback: false,
  // its own way loads an address that our policy refuses
  renderTextTracksNatively: false,
};

/** hls.js, behind what a player needs of it. */
export class HlsEngine implements MediaEngine {
  private readonly hls: Hls;
  private readonly cues: CueTrack;
  private address: string;

  constructor(video: HTMLVideoElement, private readonly opened: string, private wishes: Wishes, private readonly events: EngineEvents, from: number | null) {
    this.address = opened;
    this.hls = new Hls({
      ...SETTINGS,
      lowLatencyMode: wishes.hurried,
      ...(from === null ? {} : { startPosition: from }),
      // an access key has its time: later requests carry the one of that day, whatever the playlist was opened with
      xhrSetup: (request, url) => request.open('GET', this.upToDate(url), true),
      ...(wishes.sound === null ? {} : { audioPreference: { name: wishes.sound.name, ...(wishes.sound.language === null ? {} : { lang: wishes.sound.language }) } }),
    });
    this.cues = new CueTrack(video);
    const { Events } = Hls;
    this.hls.on(Events.MANIFEST_PARSED, () => this.choose(this.wishes));
    for (const event of [Events.AUDIO_TRACKS_UPDATED, Events.SUBTITLE_TRACKS_UPDATED] as const) this.hls.on(event, () => this.choose(this.wishes));
    for (const event of [Events.AUDIO_TRACK_SWITCHED, Events.LEVEL_SWITCHED] as const) this.hls.on(event, () => this.events.offerChanged());
    this.hls.on(Events.CUES_PARSED, (_event, { cues }) => this.cues.add(cues as VTTCue[]));
    this.hls.on(Events.FRAG_BUFFERED, () => this.events.progressed());
    this.hls.on(Events.ERROR, (_event, data) => this.erred(data));
    this.hls.loadSource(opened);
    this.hls.attachMedia(video);
  }

  offer(): Offer {
    const { hls } = this;
    return {
      sounds: this.sounds(),
      soundId: hls.audioTrack < 0 ? null : hls.audioTrack,
      captions: hls.subtitleTracks.map(({ id, name, lang }): CaptionTrack => ({ id, name, language: lang ?? null })),
      pictures: this.pictures(),
      pictureId: hls.currentLevel < 0 ? null : hls.currentLevel,
    };
  }

  window(): LiveWindow | null {
    const details = this.hls.latestLevelDetails;
    const live = this.hls.liveSyncPosition;
    return details === null || live === null ? null : { start: details.fragmentStart, live };
  }

  choose(wishes: Wishes): void {
    this.wishes = wishes;
    const { hls } = this;
    const sounds = this.sounds();
    const sound = wishes.sound === null ? sounds.find(({ floor }) => floor) : (wishedOf(sounds, wishes.sound) ?? sounds.find(({ floor }) => floor));
    if (sound !== undefined && sound.id !== hls.audioTrack) this.turnTo(sound.id);
    const captions = wishes.captions === null ? null : wishedOf(this.offer().captions, wishes.captions);
    if (hls.subtitleTrack !== (captions?.id ?? -1)) {
      this.cues.clear();
      hls.subtitleTrack = captions?.id ?? -1;
    }
    const picture = wishes.height === null ? null : pictureUpTo(wishes.height, this.pictures());
    const level = picture?.id ?? -1;
    if (hls.manualLevel !== level) hls.nextLevel = level;
    this.events.offerChanged();
  }

  drawCaptions(byBrowser: boolean): void {
    this.cues.show(byBrowser);
  }

  readdress(url: string): boolean {
    this.address = url;
    return true;
  }

  recover(what: 'network' | 'media'): void {
    if (what === 'media') this.hls.recoverMediaError();
    else if (this.hls.levels.length === 0) this.hls.loadSource(this.address);
    else this.hls.startLoad();
  }

  close(): void {
    this.hls.destroy();
    this.cues.clear();
  }

  /** Before there is any sound, there is none to lay it over. */
  private turnTo(sound: number): void {
    if (this.hls.media !== null && this.hls.media.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) this.hls.nextAudioTrack = sound;
    else this.hls.audioTrack = sound;
  }

  private sounds(): Sound[] {
    return this.hls.audioTracks.map(({ id, name, lang, default: floor }) => ({ id, name, language: lang ?? null, floor }));
  }

  private pictures(): Picture[] {
    return this.hls.levels
      .flatMap((level, id): Picture[] => (level.height > 0 ? [{ id, height: level.height, bandwidth: level.bitrate }] : []))
      .sort((one, other) => other.height - one.height || other.bandwidth - one.bandwidth);
  }

  private upToDate(url: string): string {
    const opened = folderOf(this.opened);
    const absolute = new URL(url, location.href);
    return absolute.pathname.startsWith(opened) ? folderOf(this.address) + absolute.pathname.slice(opened.length) + absolute.search : url;
  }

  private erred({ fatal, type, response }: ErrorData): void {
    if (response?.code === 401 || response?.code === 403) this.events.refused();
    else if (fatal) this.events.failed(type === Hls.ErrorTypes.MEDIA_ERROR ? 'media' : 'network');
  }
}

/** `/streams/play/TOKEN/CHANNEL/`: below it are all playlists of a channel for one person. */
function folderOf(url: string): string {
  const { pathname } = new URL(url, location.href);
  return pathname.slice(0, pathname.lastIndexOf('/') + 1);
}
