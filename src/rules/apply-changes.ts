import type { Agenda, AgendaTexts } from '../contract/agenda.js';
import type { Change, Revision } from '../contract/changes.js';

/**
 * Carries an agenda forward by one revision: the one reducer of server, client and tests.
 * Pure: the given agenda is not altered; what a change does not touch is shared with the result.
 * @throws RangeError when the revision is not the next one (see rules/catch-up.ts for what to do then)
 */
export function applyRevision(agenda: Agenda, revision: Revision): Agenda {
  if (revision.revision !== agenda.revision + 1) {
    throw new RangeError(`revision ${revision.revision} does not follow ${agenda.revision}`);
  }
  return { ...applyChanges(agenda, revision.changes), revision: revision.revision };
}

/** The same for the long texts, which may be held at an older revision than the agenda. */
export function applyRevisionToTexts(texts: AgendaTexts, revision: Revision): AgendaTexts {
  if (revision.revision !== texts.revision + 1) {
    throw new RangeError(`revision ${revision.revision} does not follow ${texts.revision}`);
  }
  return { ...applyTextChanges(texts, revision.changes), revision: revision.revision };
}

export function applyChanges(agenda: Agenda, changes: readonly Change[]): Agenda {
  const next = { ...agenda };
  // A table is copied once per batch, on its first write, so that a batch of n changes is not n copies.
  const copied = new Set<Table>();
  const table = <T extends Table>(name: T): Agenda[T] => {
    if (!copied.has(name)) {
      next[name] = { ...next[name] };
      copied.add(name);
    }
    return next[name];
  };
  const patchSession = (id: string, patch: Partial<Agenda['sessions'][string]>): void => {
    const sessions = table('sessions');
    const held = sessions[id];
    if (held !== undefined) sessions[id] = { ...held, ...patch };
  };

  for (const change of changes) {
    switch (change.change) {
      case 'conference.changed':
        next.conference = change.conference;
        break;
      case 'city.put':
        table('cities')[change.city.id] = change.city;
        break;
      case 'city.removed':
        delete table('cities')[change.cityId];
        break;
      case 'venue.put':
        table('venues')[change.venue.id] = change.venue;
        break;
      case 'venue.removed':
        delete table('venues')[change.venueId];
        break;
      case 'room.put':
        table('rooms')[change.room.id] = change.room;
        break;
      case 'room.removed':
        delete table('rooms')[change.roomId];
        break;
      case 'track.put':
        table('tracks')[change.track.id] = change.track;
        break;
      case 'track.removed':
        delete table('tracks')[change.trackId];
        break;
      case 'speaker.put':
        table('speakers')[change.speaker.id] = change.speaker;
        break;
      case 'speaker.removed':
        delete table('speakers')[change.speakerId];
        break;
      case 'session.added':
        table('sessions')[change.session.id] = change.session;
        break;
      case 'session.withdrawn':
        delete table('sessions')[change.sessionId];
        break;
      case 'session.moved':
      case 'session.delayed':
      case 'session.extended':
        patchSession(change.sessionId, change.to);
        break;
      case 'session.cancelled':
        patchSession(change.sessionId, { status: 'cancelled', cancelReason: change.reason });
        break;
      case 'session.reinstated':
        patchSession(change.sessionId, { status: 'scheduled', cancelReason: '' });
        break;
      case 'session.edited':
        patchSession(change.sessionId, change.set);
        break;
      case 'channel.put':
        table('channels')[change.channel.id] = change.channel;
        break;
      case 'channel.changed': {
        const channels = table('channels');
        const held = channels[change.channelId];
        if (held !== undefined) channels[change.channelId] = { ...held, ...change.to };
        break;
      }
      case 'channel.removed':
        delete table('channels')[change.channelId];
        break;
      default:
        change satisfies never;
    }
  }
  return next;
}

export function applyTextChanges(texts: AgendaTexts, changes: readonly Change[]): AgendaTexts {
  const concerned = changes.filter(concernsTexts);
  // most changes of a day do not: thousands of keys are not copied for them
  if (concerned.length === 0) return texts;
  const sessions = { ...texts.sessions };
  const biographies = { ...texts.biographies };
  const photos = { ...texts.photos };
  for (const change of concerned) {
    if (change.change === 'session.added') sessions[change.session.id] = change.text;
    else if (change.change === 'session.withdrawn') delete sessions[change.sessionId];
    else if (change.change === 'session.edited') {
      const held = sessions[change.sessionId];
      if (held !== undefined) sessions[change.sessionId] = { ...held, ...change.text };
    } else if (change.change === 'speaker.put') {
      biographies[change.speaker.id] = change.biography;
      if (change.photo === undefined) delete photos[change.speaker.id];
      else photos[change.speaker.id] = change.photo;
    } else {
      delete biographies[change.speakerId];
      delete photos[change.speakerId];
    }
  }
  return { ...texts, sessions, biographies, photos };
}

type TextChange = Extract<Change, { change: 'session.added' | 'session.withdrawn' | 'session.edited' | 'speaker.put' | 'speaker.removed' }>;

function concernsTexts(change: Change): change is TextChange {
  switch (change.change) {
    case 'session.added':
    case 'session.withdrawn':
    case 'speaker.put':
    case 'speaker.removed':
      return true;
    case 'session.edited':
      return change.text !== undefined;
    default:
      return false;
  }
}

type Table = 'cities' | 'venues' | 'rooms' | 'tracks' | 'speakers' | 'sessions' | 'channels';
