import type { AgendaTexts } from '@contract/agenda.js';
import type { AgendaIndex } from '../agenda-index.js';
import { AnAgenda } from '../an-agenda.js';
import { SearchIndex } from './search-index.js';

const always = (): boolean => false;
const agenda = (): AnAgenda =>
  new AnAgenda()
    .withCity('Montréal', ['Salle A'])
    .withSession('Rivers without borders', 'Salle A', '09:00', '10:00')
    .withSession('کتاب‌های آزاد', 'Salle A', '10:00', '11:00')
    .withSession('Closing', 'Salle A', '11:00', '12:00');

const texts: AgendaTexts = {
  revision: 1,
  sessions: { Closing: { abstract: 'What we learned about groundwater', description: '' } },
  biographies: {},
  photos: {},
};

async function indexed(index: AgendaIndex, held: AgendaTexts | null = null): Promise<SearchIndex> {
  const search = new SearchIndex();
  await search.update(index.sessions, held, always);
  return search;
}

test.each([
  ['the beginning of a word', 'riv', ['Rivers without borders']],
  ['words in any order', 'borders rivers', ['Rivers without borders']],
  ['a slip of the finger', 'bordrs', ['Rivers without borders']],
  ['a place without its accent', 'montreal clos', ['Closing']],
  ['Arabic letters for Persian ones, no joiner', 'كتابهای', ['کتاب‌های آزاد']],
  ['nothing that is there', 'submarine', []],
])('finds by %s', async (_case, text, found) => {
  const search = await indexed(agenda().index());
  expect([...search.search(text)]).toEqual(found);
});

test('finds in abstracts once the texts are there, and does not forget them', async () => {
  const sessions = agenda().index().sessions;
  const search = new SearchIndex();
  await search.update(sessions, null, always);
  expect(search.search('groundwater').size).toBe(0);
  await search.update(sessions, texts, always);
  await search.update(sessions, null, always);
  expect([...search.search('groundwater')]).toEqual(['Closing']);
});

test('follows the agenda: what was withdrawn is found no more', async () => {
  const search = await indexed(agenda().index(), texts);
  await search.update(new AnAgenda().withCity('Montréal', ['Salle A']).index().sessions, texts, always);
  expect(search.search('closing').size).toBe(0);
});
