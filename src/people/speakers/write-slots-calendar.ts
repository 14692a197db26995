import ICAL from 'ical.js';
import type { SpeakerSlot } from './slots-of-speakers.queries.js';

/**
 * A speaker's slots as an iCalendar file (RFC 5545), in UTC. What is cancelled stays in, marked.
 * @param revision of the agenda: a later one replaces what a calendar has
 */
export function writeSlotsCalendar(conference: string, revision: number, slots: readonly SpeakerSlot[], now: Date): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Meridian//Slots//EN');
  calendar.addPropertyWithValue('version', '2.0');
  addText(calendar, 'x-wr-calname', oneLine(conference));
  const refresh = calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT15M'));
  refresh.resetType('duration');
  for (const slot of slots) calendar.addSubcomponent(eventOf(slot, revision, now));
  return `${calendar.toString()}\r\n`;
}

function eventOf(slot: SpeakerSlot, revision: number, now: Date): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', slot.sessionId);
  event.addPropertyWithValue('dtstamp', utc(now));
  event.addPropertyWithValue('sequence', revision);
  event.addPropertyWithValue('dtstart', utc(slot.startsAt));
  event.addPropertyWithValue('dtend', utc(slot.endsAt));
  event.addPropertyWithValue('summary', oneLine(slot.title));
  event.addPropertyWithValue('location', [...new Set([slot.room, slot.venue, slot.city].map(oneLine))].join(', '));
  event.addPropertyWithValue('status', slot.cancelled ? 'CANCELLED' : 'CONFIRMED');
  return event;
}

// a property that is not registered has no type of its own: said to be text, it is escaped as such
function addText(component: ICAL.Component, name: string, value: string): void {
  const property = new ICAL.Property(name);
  property.resetType('text');
  property.setValue(value);
  component.addProperty(property);
}

// control characters have no place in a calendar
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const utc = (instant: Date): ICAL.Time => ICAL.Time.fromJSDate(instant, true);
