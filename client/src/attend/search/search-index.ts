import MiniSearch from 'minisearch';
import { foldText } from '../../ui/fold-text.js';
import type { AgendaTexts } from '@contract/agenda.js';
import type { IndexedSession } from '../agenda-index.js';

interface Entry {
  id: string;
  title: string;
  subtitle: string;
  speakers: string;
  track: string;
  place: string;
  abstract: string;
  description: string;
}

/** Full-text search over sessions, made once and then kept in step with the agenda. */
export class SearchIndex {
  private readonly index = new MiniSearch<Entry>({
    fields: ['title', 'subtitle', 'speakers', 'track', 'place', 'abstract', 'description'],
    processTerm: (term) => foldText(term) || null,
    searchOptions: {
      boost: { title: 4, speakers: 3, subtitle: 2, track: 2 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    },
  });
  private readonly held = new Map<string, { entry: IndexedSession; text: AgendaTexts['sessions'][string] | undefined }>();

  /** Takes in what is new or changed, in slices, so that the page stays responsive. Without texts, those held before are left. */
  async update(sessions: readonly IndexedSession[], texts: AgendaTexts | null, isStale: () => boolean): Promise<void> {
    const present = new Set<string>();
    let begun = performance.now();
    for (const entry of sessions) {
      const id = entry.session.id;
      present.add(id);
      const known = this.held.get(id);
      const text = texts === null ? known?.text : texts.sessions[id];
      if (known?.entry === entry && known.text === text) continue;
      // not `discard`: the sweep that follows it breaks where documents are added meanwhile (lucaong/minisearch #306)
      if (known !== undefined) this.index.remove(toEntry(known.entry, known.text));
      this.index.add(toEntry(entry, text));
      this.held.set(id, { entry, text });
      if (performance.now() - begun > SLICE) {
        await nextTask();
        if (isStale()) return;
        begun = performance.now();
      }
    }
    for (const [id, { entry, text }] of this.held) {
      if (present.has(id)) continue;
      this.index.remove(toEntry(entry, text));
      this.held.delete(id);
    }
  }

  /** The ids of the sessions that hold every word of the text. */
  search(text: string): ReadonlySet<string> {
    return new Set(this.index.search(text).map((hit) => String(hit.id)));
  }
}

/** Milliseconds. */
const SLICE = 12;
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function toEntry(entry: IndexedSession, text: AgendaTexts['sessions'][string] | undefined): Entry {
  return {
    id: entry.session.id,
    title: entry.session.title,
    subtitle: entry.session.subtitle,
    speakers: entry.speakers.map((speaker) => speaker.name).join(' '),
    track: entry.track?.name ?? '',
    place: `${entry.room.name} ${entry.venue.name} ${entry.city.name}`,
    abstract: text?.abstract ?? '',
    description: text?.description ?? '',
  };
}
