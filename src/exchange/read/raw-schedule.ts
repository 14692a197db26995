/**
 * A pentabarf schedule as its file says it, XML or JSON alike: nothing believed yet, every value may be missing or of
 * another type. `where` is the place in the file.
 */
export interface RawSchedule {
  exportedFrom: string | null;
  conference: RawConference;
  days: RawDay[];
}

export interface RawConference {
  where: string;
  title: unknown;
  acronym: unknown;
  start: unknown;
  end: unknown;
  timeslot: unknown;
  /** Pentabarf's: the time of day at which its days end, in the night. */
  dayChange: unknown;
  zone: unknown;
  url: unknown;
  baseUrl: unknown;
  tracks: { name: unknown; colour: unknown }[];
  rooms: { name: unknown; guid: unknown; capacity: unknown }[];
  /** What an export of Meridian adds so that nothing is lost. */
  meridian: unknown;
}

export interface RawDay {
  where: string;
  date: unknown;
  start: unknown;
  end: unknown;
  rooms: RawRoom[];
}

export interface RawRoom {
  where: string;
  name: unknown;
  guid: unknown;
  events: RawEvent[];
}

export interface RawPerson {
  id: unknown;
  guid: unknown;
  code: unknown;
  name: unknown;
  biography: unknown;
  role: unknown;
  mode: unknown;
}

export interface RawReference {
  url: unknown;
  title: unknown;
  type: unknown;
}

export interface RawEvent {
  where: string;
  id: unknown;
  guid: unknown;
  code: unknown;
  date: unknown;
  start: unknown;
  end: unknown;
  duration: unknown;
  room: unknown;
  slug: unknown;
  url: unknown;
  title: unknown;
  subtitle: unknown;
  track: unknown;
  type: unknown;
  language: unknown;
  abstract: unknown;
  description: unknown;
  logo: unknown;
  feedbackUrl: unknown;
  originUrl: unknown;
  videoUrl: unknown;
  recordingLicense: unknown;
  doNotRecord: unknown;
  doNotStream: unknown;
  recordingUrl: unknown;
  recordingLink: unknown;
  persons: RawPerson[];
  links: RawReference[];
  attachments: RawReference[];
}
