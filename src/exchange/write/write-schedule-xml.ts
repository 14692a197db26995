import { kindOf } from '../read/kinds.js';
import { manyLines, oneLine } from '../read/texts.js';
import type { Reference } from '../read/imported-schedule.js';
import { exportAcronym } from './export-identity.js';
import { clockOf, exportDays, minutesOf, withOffset, type ExportedDay } from './export-days.js';
import type { ExportedSchedule, ExportedSession } from './exported-schedule.js';
import { plainAddress } from './plain-address.js';
import { element, type XmlNode } from './xml-text.js';

/** Writes a schedule.xml that is valid against c3voc's XSD. Cancelled sessions are left out: the format has no word for them. */
export function writeScheduleXml(schedule: ExportedSchedule): string {
  const { conference } = schedule;
  const days = exportDays(schedule);
  const root = element('schedule', {}, [
    element('generator', { name: 'Meridian', system: `urn:uuid:${conference.id}`, version: '1' }),
    element('version', {}, `${schedule.revision}`),
    element('conference', {}, [
      element('title', {}, oneLine(conference.title)),
      element('acronym', {}, exportAcronym(conference.slug)),
      element('start', {}, conference.startsOn),
      element('end', {}, conference.endsOn),
      element('days', {}, `${days.length}`),
      element('timeslot_duration', {}, '00:05'),
      ...address('url', conference.url),
      element('time_zone_name', {}, conference.zone),
      ...schedule.tracks.map((track) => element('track', { name: oneLine(track.name), color: track.colour ?? undefined })),
    ]),
    ...days.map(dayNode),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function dayNode(day: ExportedDay): XmlNode {
  const { index, date, start, end } = day;
  const rooms = day.rooms.map(({ room, sessions }) => element('room', { name: room.label, guid: room.guid }, sessions.map(eventNode)));
  return element('day', { index: `${index}`, date, start, end }, rooms);
}

function eventNode(session: ExportedSession): XmlNode {
  const { upstream, room } = session;
  const date = withOffset(session.startsAt, room.city.zone);
  const code = session.code !== null && session.code.length === 6 ? session.code : undefined;
  return element('event', { guid: session.guid, id: `${session.number}`, code }, [
    element('date', {}, date),
    element('start', {}, date.slice(11, 16)),
    element('duration', {}, durationOf(session)),
    element('room', {}, room.label),
    element('slug', {}, session.slug),
    ...address('url', session.url),
    element('title', {}, oneLine(session.title)),
    element('subtitle', {}, oneLine(session.subtitle)),
    element('track', {}, oneLine(session.track?.name)),
    element('type', {}, typeOf(session)),
    ...(session.language === null ? [] : [element('language', {}, session.language)]),
    element('abstract', {}, manyLines(session.abstract)),
    element('description', {}, manyLines(session.description)),
    ...address('logo', upstream.logo),
    ...recordingNode(session),
    element('persons', {}, session.appearances.map(({ person }) => element('person', { id: `${person.number}`, guid: person.guid }, oneLine(person.name)))),
    element('links', {}, references('link', upstream.links)),
    element('attachments', {}, references('attachment', upstream.attachments)),
    ...address('video_download_url', upstream.videoUrl),
    ...address('feedback_url', upstream.feedbackUrl),
    ...address('origin_url', upstream.originUrl),
  ]);
}

function recordingNode({ upstream }: ExportedSession): XmlNode[] {
  const { recordingLicense, doNotRecord, recordingUrl, recordingLink } = upstream;
  if (recordingLicense === undefined && doNotRecord === undefined && recordingUrl === undefined && recordingLink === undefined) return [];
  return [element('recording', {}, [
    element('license', {}, oneLine(recordingLicense)),
    element('optout', {}, String(doNotRecord ?? false)),
    ...address('url', recordingUrl),
    ...address('link', recordingLink),
  ])];
}

/** The words that the source had for it while they still mean its kind, else our own. */
export function typeOf(session: ExportedSession): string {
  const { kind, upstream } = session;
  const given = oneLine(upstream.type);
  return given !== '' && (kindOf(given) ?? 'other') === kind ? given : kind;
}

// the XSD allows two digits of hours: a longer one is told as far as that goes
function durationOf(session: ExportedSession): string {
  return clockOf(Math.min(minutesOf(session), 99 * 60 + 59));
}

function address(name: string, value: unknown): XmlNode[] {
  const text = plainAddress(value);
  return text === null ? [] : [element(name, {}, text)];
}

function references(name: string, list: readonly Reference[] | undefined): XmlNode[] {
  return (list ?? []).flatMap(({ url, title, type }) => {
    const href = plainAddress(url);
    return href === null ? [] : [element(name, { href, type }, oneLine(title))];
  });
}
