import type { Page } from 'playwright-core';
import type { Agenda } from '../../src/contract/agenda.js';

/** A session as a person reads it in the list. */
export interface ListedSession {
  title: string;
  /** The instant that the time stands for. */
  startsAt: string;
  /** The time as it is written: `09:00–09:30`. */
  time: string;
  place: string;
  speakers: string;
  cancelled: boolean;
}

/** What the list of a page in English shows. The window has to be high enough for all of it: only what is in view is drawn. */
export async function listedOn(page: Page, agenda: Agenda): Promise<ListedSession[]> {
  const names = new Set(Object.values(agenda.speakers).map((speaker) => speaker.name));
  const rows = await page.getByRole('article').evaluateAll((articles) =>
    articles.map((article) => ({
      title: article.querySelector('h4')?.textContent ?? '',
      startsAt: article.querySelector('time')?.getAttribute('datetime') ?? '',
      time: article.querySelector('time bdi')?.textContent ?? '',
      // names are isolated from the direction of what is around them, by signs that nobody sees
      paragraphs: [...article.querySelectorAll('p')].map((paragraph) => paragraph.textContent.replace(/[\u2068\u2069]/g, '')),
    })),
  );
  return inOrder(rows.map(({ title, startsAt, time, paragraphs }) => ({
    title,
    startsAt,
    time,
    place: paragraphs.find((text) => text.includes(' · ')) ?? '',
    speakers: paragraphs.find((text) => text.split(/, | and /).every((name) => names.has(name))) ?? '',
    cancelled: paragraphs.some((text) => text.includes('Cancelled')),
  })));
}

/** What the list should show of an agenda, in English and in the given zone. */
export function toBeListed(agenda: Agenda, zone: string): ListedSession[] {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const list = new Intl.ListFormat('en-GB');
  return inOrder(Object.values(agenda.sessions).map((session) => {
    const room = agenda.rooms[session.roomId];
    const city = agenda.cities[agenda.venues[room?.venueId ?? '']?.cityId ?? ''];
    return {
      title: session.title,
      startsAt: session.startsAt,
      time: clock.formatRange(Date.parse(session.startsAt), Date.parse(session.endsAt)),
      place: `${room?.name} · ${city?.name}`,
      speakers: list.format(session.appearances.map((appearance) => agenda.speakers[appearance.speakerId]?.name ?? '?')),
      cancelled: session.status === 'cancelled',
    };
  }));
}

/** Two lists are then the same when they hold the same; kinds of spaces differ among versions of the formatter. */
function inOrder(sessions: ListedSession[]): ListedSession[] {
  return sessions
    .map((session) => ({ ...session, time: session.time.replace(/\s/g, ' ') }))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.title.localeCompare(b.title));
}
