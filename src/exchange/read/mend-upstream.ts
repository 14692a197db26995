import type { Findings, Place } from './findings.js';
import type { Reference, Upstream } from './imported-schedule.js';
import { LIMITS } from './limits.js';
import type { RawEvent, RawReference } from './raw-schedule.js';
import { cut, oneLine, positiveInteger, textOf, uuidOf, webAddress } from './texts.js';

/** What a source says of a session that we do not understand ourselves, but keep and hand on; only what there is. */
export function mendUpstream(event: RawEvent, base: string | null, place: Place, findings: Findings): Upstream {
  const address = (value: unknown): string | undefined => mendAddress(value, base, place, findings) ?? undefined;
  const upstream: Upstream = {
    guid: uuidOf(event.guid) ?? undefined,
    id: positiveInteger(event.id) ?? undefined,
    code: short(event.code),
    slug: short(event.slug),
    type: short(event.type),
    logo: address(event.logo),
    feedbackUrl: address(event.feedbackUrl),
    originUrl: address(event.originUrl),
    videoUrl: address(event.videoUrl),
    recordingLicense: short(event.recordingLicense),
    doNotRecord: flag(event.doNotRecord),
    doNotStream: flag(event.doNotStream),
    recordingUrl: address(event.recordingUrl),
    recordingLink: address(event.recordingLink),
    links: references(event.links, base, place, findings),
    attachments: references(event.attachments, base, place, findings),
  };
  return Object.fromEntries(Object.entries(upstream).filter(([, value]) => value !== undefined));
}

/** A web address; one that is relative is completed, and what is none is dropped, both reported. */
export function mendAddress(value: unknown, base: string | null, place: Place, findings: Findings): string | null {
  const text = oneLine(value);
  // what our own exports say where a session has no page
  if (text === '' || text.startsWith('urn:uuid:')) return null;
  const given = webAddress(text, LIMITS.url);
  if (given !== null) return given;
  const completed = base === null || !isRelative(text) ? null : webAddress(join(text, base), LIMITS.url);
  if (completed !== null) findings.mended('address-relative', place, `The address “${text.slice(0, 80)}” is completed to ${completed}.`);
  else findings.mended('address-dropped', place, `“${text.slice(0, 80)}” is no web address: left out.`);
  return completed;
}

// a path, and not words that somebody put where an address was asked for
const isRelative = (text: string): boolean => text.includes('/') && !/^[a-z][a-z0-9+.-]*:/i.test(text);

function join(text: string, base: string): string {
  try {
    return new URL(text, base).href;
  } catch {
    return '';
  }
}

function references(raw: readonly RawReference[], base: string | null, place: Place, findings: Findings): Reference[] | undefined {
  const kept = raw.slice(0, LIMITS.referencesPerSession).flatMap((reference): Reference[] => {
    const url = mendAddress(reference.url, base, place, findings);
    if (url === null) return [];
    const type = short(reference.type);
    return [{ url, title: cut(oneLine(reference.title), LIMITS.title), ...(type === undefined ? {} : { type }) }];
  });
  return kept.length === 0 ? undefined : kept;
}

function short(value: unknown): string | undefined {
  const text = cut(oneLine(value), LIMITS.title);
  return text === '' ? undefined : text;
}

function flag(value: unknown): boolean | undefined {
  const text = textOf(value).trim().toLowerCase();
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;
}
