import type { TFunction } from 'i18next';
import type { Placement } from '@contract/changes.js';
import { isolate, type Format } from '../../../ui/format.js';
import type { GroupedChanges, SessionChange } from './group-changes.js';
import type { Naming } from './use-naming.js';

interface Words {
  t: TFunction<'releases'>;
  format: Format;
  naming: Naming;
}

interface Told {
  number: number;
  /** Epoch milliseconds. */
  at: number;
  /** Of the conference. */
  zone: string;
  note: string;
}

/** A release's changelog as plain text, to be pasted into a mail or a page. In the language of `t` and `format`. */
export function changelogText(release: Told, { groups }: GroupedChanges, words: Words): string {
  const { t, format } = words;
  const head = t('changelog.head', { number: format.number(release.number), time: format.dateTime(release.at, release.zone), zone: format.zoneName(release.zone, release.at) });
  const lists = groups.map(({ group, changes }) => [t(`group.${group}`), ...changes.map((change) => `- ${lineOf(change, words)}`)].join('\n'));
  return [head, ...(release.note === '' ? [] : [release.note]), ...lists].join('\n\n');
}

function lineOf(change: SessionChange, words: Words): string {
  const title = isolate(words.naming.titleOf(change));
  const detail = detailOf(change, words);
  return detail === '' ? title : words.t('changelog.line', { title, detail });
}

function detailOf(change: SessionChange, words: Words): string {
  const { t } = words;
  switch (change.change) {
    case 'session.added':
      return slotWords(change.session, words);
    case 'session.moved':
    case 'session.delayed':
    case 'session.extended':
      return t('changelog.fromTo', { from: slotWords(change.from, words), to: slotWords(change.to, words) });
    case 'session.cancelled':
      return isolate(change.reason);
    case 'session.edited':
      return editedWords(change, words.t, words.format);
    default:
      return '';
  }
}

function slotWords({ roomId, startsAt, endsAt }: Placement, { t, format, naming }: Words): string {
  const { room, city, zone } = naming.placeOf(roomId);
  const start = Date.parse(startsAt);
  return t('changelog.slot', {
    day: format.shortDay(start, zone), time: isolate(format.timeRange(start, Date.parse(endsAt), zone)), zone: isolate(format.zoneName(zone, start)),
    place: [room, city].flatMap((name) => (name === null || name === '' ? [] : [isolate(name)])).join(t('changelog.comma')),
  });
}

/** Which of a session's words were changed: title, language, speakers. */
export function editedWords({ set, text }: Extract<SessionChange, { change: 'session.edited' }>, t: TFunction<'releases'>, format: Format): string {
  return format.list([...(Object.keys(set) as (keyof typeof set)[]), ...(Object.keys(text ?? {}) as (keyof NonNullable<typeof text>)[])].map((field) => t(`field.${field}`)));
}
