import type { Random } from './random.js';
import type { DemoCity, DemoLanguage, DemoTopic } from './world.js';

/** The topics that nobody has taken yet, shuffled by language. */
export class TopicDecks {
  private readonly decks = new Map<DemoLanguage, { left: DemoTopic[]; size: number }>();

  constructor(topics: readonly DemoTopic[], random: Random) {
    for (const topic of random.shuffled(topics)) {
      const deck = this.decks.get(topic.language) ?? { left: [], size: 0 };
      deck.left.push(topic);
      deck.size += 1;
      this.decks.set(topic.language, deck);
    }
  }

  /** Takes a topic that a city can hold, of one of the kinds; the fullest deck first, so that no language runs out early. */
  draw(city: DemoCity, kinds: readonly DemoTopic['kind'][]): DemoTopic | null {
    const decks = city.languages
      .flatMap((language) => this.decks.get(language) ?? [])
      .sort((a, b) => b.left.length / b.size - a.left.length / a.size);
    for (const deck of decks) {
      const index = deck.left.findIndex((topic) => kinds.includes(topic.kind));
      const [topic] = index < 0 ? [] : deck.left.splice(index, 1);
      if (topic !== undefined) return topic;
    }
    return null;
  }
}
