import type { SessionKind } from '../contract/agenda.js';

/** What the demo conference is made of, before it has times: the place, the people and what is talked about. */
export interface World {
  cities: readonly DemoCity[];
  people: readonly DemoPerson[];
  topics: readonly DemoTopic[];
}

export type DemoLanguage = 'en' | 'fr' | 'de' | 'es' | 'fa';
export type TrackKey = 'knowledge' | 'cities' | 'water' | 'languages' | 'access' | 'repair' | 'sky' | 'sound';

export interface DemoRoom {
  name: string;
  /** People. */
  capacity: number;
}

export interface DemoVenue {
  name: string;
  address: string;
  accessNotes: string;
  /** Every venue has the internet; some have a satellite uplink besides. */
  satellite: boolean;
  rooms: readonly DemoRoom[];
}

export interface DemoCity {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  zone: string;
  latitude: number;
  longitude: number;
  /** Languages that sessions here are held in, the usual one first. */
  languages: readonly DemoLanguage[];
  /** The first room of the first venue is the city's stage: what it shows the world happens there. */
  venues: readonly DemoVenue[];
}

export interface DemoPerson {
  name: string;
  /** The city where they are on site; anywhere else they speak from afar. */
  home: string;
  languages: readonly DemoLanguage[];
  /** What they know about; interpreters interpret only. */
  field: TrackKey | 'interpreting';
}

/** Something to be said, with its words. A topic is given once. */
export interface DemoTopic {
  language: DemoLanguage;
  track: TrackKey;
  kind: Exclude<SessionKind, 'break'>;
  title: string;
  subtitle: string;
  /** One sentence, of this topic only, in its language. */
  gist: string;
}
