/** A sound beside the picture: the floor, or an interpretation. */
export interface Sound {
  id: number;
  /** As the stream calls it. */
  name: string;
  /** BCP 47; null where it is nobody's language. */
  language: string | null;
  /** The room's own sound. */
  floor: boolean;
}

export interface CaptionTrack {
  id: number;
  name: string;
  language: string | null;
}

/** A picture of the stream, by its height in pixels. */
export interface Picture {
  id: number;
  height: number;
  /** Bits per second at most. */
  bandwidth: number;
}

/** What a stream offers, and what of it is played. */
export interface Offer {
  /** The floor first. */
  sounds: readonly Sound[];
  soundId: number | null;
  captions: readonly CaptionTrack[];
  /** From the best down. */
  pictures: readonly Picture[];
  /** The picture that is played now; null before the first, and where the browser does not say. */
  pictureId: number | null;
}

/** Seconds on the media element's clock. */
export interface LiveWindow {
  /** The oldest that can still be seen. */
  start: number;
  /** Where one who watches live is: as close to now as is safe. */
  live: number;
}

/** What the reader chose; what a stream does not have is left as it is. */
export interface Wishes {
  /** Null: the floor. */
  sound: { name: string; language: string | null } | null;
  captions: { name: string; language: string | null } | null;
  /** Pixels; null: whichever suits the connection. */
  height: number | null;
  /** As close to now as the stream allows, at the price of asking several times a second. */
  hurried: boolean;
}

export interface EngineEvents {
  /** Something of {@link Offer} is another. */
  offerChanged: () => void;
  /** The server refuses the address: 401 or 403. */
  refused: () => void;
  /** It does not go on by itself: see `recover`. */
  failed: (what: 'network' | 'media') => void;
  /** Media come in: what failed before is over. */
  progressed: () => void;
}

/** Plays one address into a media element. Made anew for another stream. */
export interface MediaEngine {
  offer: () => Offer;
  window: () => LiveWindow | null;
  choose: (wishes: Wishes) => void;
  /** Captions are drawn by us; by the browser itself where our page is not seen (picture in picture). */
  drawCaptions: (byBrowser: boolean) => void;
  /** Another address of the same stream, to be used from the next request on. False where it must be opened anew. */
  readdress: (url: string) => boolean;
  /** Tries once more after `failed`. */
  recover: (what: 'network' | 'media') => void;
  close: () => void;
}

/** @param from seconds into a video that has an end; null: where the stream says */
export type OpenEngine = (video: HTMLVideoElement, url: string, wishes: Wishes, events: EngineEvents, from: number | null) => Promise<MediaEngine>;

export const NO_OFFER: Offer = { sounds: [], soundId: null, captions: [], pictures: [], pictureId: null };

/** The one that a wish means: by name and language, else by language alone. Null where the stream has none such. */
export function wishedOf<T extends { name: string; language: string | null }>(offered: readonly T[], wish: { name: string; language: string | null }): T | null {
  const spoken = offered.filter(({ language }) => language === wish.language);
  return spoken.find(({ name }) => name === wish.name) ?? (wish.language === null ? null : (spoken[0] ?? null));
}

/** The best picture that is not higher than wished; the smallest where all are. Null where there are none. */
export function pictureUpTo(height: number, pictures: readonly Picture[]): Picture | null {
  return pictures.find((picture) => picture.height <= height) ?? pictures.at(-1) ?? null;
}
