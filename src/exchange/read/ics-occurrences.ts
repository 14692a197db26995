import ICAL from 'ical.js';
import type { Findings } from './findings.js';
import { roughEpoch, type IcsZones } from './ics-zones.js';
import type { ImportedTime } from './imported-schedule.js';
import { LIMITS } from './limits.js';
import { oneLine } from './texts.js';

/** One entry of a calendar, or one occurrence of a recurring entry. */
export interface IcsOccurrence {
  where: string;
  uid: string;
  /** Tells the occurrences of one UID apart; empty for an entry that does not recur. */
  recurrence: string;
  /** What describes it: the entry, or the exception made for this occurrence. */
  event: ICAL.Component;
  start: ImportedTime | null;
}

/** Expands what recurs: RRULE, RDATE and EXDATE, with the exceptions that have a RECURRENCE-ID in the place of what they replace. */
export function icsOccurrences(events: readonly ICAL.Component[], zones: IcsZones, findings: Findings): IcsOccurrence[] {
  const exceptions = new Map<string, { event: ICAL.Component; where: string; at: ImportedTime }[]>();
  const entries: { event: ICAL.Component; uid: string; where: string }[] = [];
  for (const [index, event] of events.entries()) {
    const uid = oneLine(event.getFirstPropertyValue('uid')).slice(0, 300);
    const where = `VEVENT ${index + 1}`;
    const at = zones.timeOf(event.getFirstProperty('recurrence-id'));
    if (at === null || uid === '') entries.push({ event, uid, where });
    else exceptions.set(uid, [...(exceptions.get(uid) ?? []), { event, where, at }]);
  }
  const found = entries.flatMap(({ event, uid, where }) => {
    const occurrences = expand(event, uid, where, zones, findings);
    return occurrences.map((occurrence) => {
      const own = exceptions.get(uid);
      const index = occurrence.start === null || own === undefined ? -1 : own.findIndex(({ at }) => sameMoment(at, occurrence.start));
      const [exception] = index < 0 || own === undefined ? [] : own.splice(index, 1);
      if (exception === undefined) return occurrence;
      return { ...occurrence, event: exception.event, where: exception.where, start: zones.timeOf(exception.event.getFirstProperty('dtstart')) };
    });
  });
  // an exception of an entry that is not in the file, or does not occur then, stands for itself
  const left = [...exceptions].flatMap(([uid, own]) =>
    own.map(({ event, where, at }) => ({ where, uid, recurrence: recurrenceOf(at), event, start: zones.timeOf(event.getFirstProperty('dtstart')) })),
  );
  return [...found, ...left];
}

function expand(event: ICAL.Component, uid: string, where: string, zones: IcsZones, findings: Findings): IcsOccurrence[] {
  const property = event.getFirstProperty('dtstart');
  const first = { where, uid, event, start: zones.timeOf(property) };
  const value = property?.getFirstValue();
  if (!(value instanceof ICAL.Time) || !(event.hasProperty('rrule') || event.hasProperty('rdate'))) return [{ ...first, recurrence: '' }];
  const place = { where, session: oneLine(event.getFirstPropertyValue('summary')).slice(0, LIMITS.title) || null };
  const rules = event.getAllProperties('rrule').map((rule) => rule.getFirstValue());
  if (rules.some((rule) => rule instanceof ICAL.Recur && !rule.isFinite())) {
    findings.mended('recurrence-endless', place, 'It recurs without an end: only the first occurrence is taken.');
    return [{ ...first, recurrence: '' }];
  }
  const tzid = oneLine(property?.getFirstParameter('tzid'));
  const expansion = new ICAL.RecurExpansion({ component: event, dtstart: value });
  const occurrences: IcsOccurrence[] = [];
  for (let time = nextOf(expansion); time !== null; time = nextOf(expansion)) {
    if (occurrences.length >= LIMITS.occurrences) {
      findings.refused('recurrence-cut', place, `It recurs more than ${LIMITS.occurrences} times: the rest is left out.`);
      break;
    }
    const start = zones.settle(time, tzid);
    occurrences.push({ ...first, start, recurrence: recurrenceOf(start) });
  }
  return occurrences;
}

const nextOf = (expansion: { next: () => ICAL.Time | undefined }): ICAL.Time | null => expansion.next() ?? null;
const recurrenceOf = (time: ImportedTime): string => (time.at === 'instant' ? new Date(time.epoch).toISOString() : time.text);
const sameMoment = (a: ImportedTime, b: ImportedTime | null): boolean => b !== null && roughEpoch(a) === roughEpoch(b);
