import type { Phrases } from './phrases.js';

export const GERMAN_PHRASES: Phrases = {
  tracks: {
    knowledge: [
      'Die Beispiele stammen aus kleinen Sammlungen mit noch kleineren Mitteln, und die Methoden reisen gut.',
      'Es geht darum, wer die Aufzeichnungen führt, wer sie berichtigen darf und was geschieht, wenn die Letzte in Rente geht.',
    ],
    cities: [
      'Alles Gezeigte wurde in einer wirklichen Straße erprobt, mit Nachbarn, die auch Nein sagen durften.',
      'Kosten und Irrtümer gehören dazu: was billig zu bauen, teuer zu pflegen und bald wieder abgebaut war.',
    ],
    water: [
      'Messwerte werden mit ihren Zweifeln gezeigt und mit den Menschen, die sie bei jedem Wetter genommen haben.',
      'Flüsse überqueren mehr Grenzen als unsere Städte; der letzte Teil handelt vom Teilen der Daten und der Warnungen.',
    ],
    languages: [
      'Mehrere Sprachen sind im Raum, und niemand muss die größte sprechen.',
      'Wir sprechen über Einwilligung, über Anerkennung und darüber, was eine Gemeinschaft für sich behalten möchte.',
    ],
    access: [
      'Was gezeigt wird, entstand mit denen, die es brauchen, und wurde als Arbeit bezahlt.',
      'Zu hören ist, was half, was nur Zierde war und welche kleine Änderung am meisten bewirkte.',
    ],
    repair: [
      'Auseinandergebaut wird unter einer Kamera: Aus der Ferne sieht man so viel wie in der ersten Reihe.',
      'Stücklisten, Zeichnungen und Fehlversuche werden danach unter freier Lizenz geteilt.',
    ],
    sky: [
      'Formeln braucht es nicht, nur etwas Geduld und einen Mantel.',
      'Beide Halbkugeln kommen vor: Was hier im Zenit steht, liegt anderswo unter dem Horizont.',
    ],
    sound: [
      'Es gibt viel zu hören; alle Aufnahmen werden für diejenigen beschrieben, die sie nicht hören.',
      'Der technische Teil ist kurz und brauchbar, mit Geräten, die sich ein Verein leisten kann.',
    ],
  },
  kinds: {
    keynote: 'Der Vortrag läuft in allen Städten; Fragen kommen im Wechsel aus den Sälen und von zu Hause.',
    panel: 'Fünf Minuten für jeden Gast, dann ist die Runde offen, mit einer Moderation, die auf die Zeit achtet.',
    talk: 'Ein Drittel der Zeit gehört den Fragen.',
    statement: 'Eine kurze, vorbereitete Erklärung ohne Aussprache; danach ist im Saal Zeit für Gespräche.',
    performance: 'Die Türen bleiben offen: Kommen und Gehen ist erwünscht.',
    workshop: 'Die Plätze sind durch die Tische begrenzt; aus der Ferne gibt es vorher eine Materialliste.',
    other: 'Ohne Anmeldung, solange man mag.',
  },
  breaks: [
    ['Gemeinsames Mittagessen', 'Lange Tische, vegetarisch. Tische mit Wimpel sind für alle, die allein gekommen sind.'],
    ['Kaffeepause', 'Kaffee, Tee und Zeit. Der große Saal bleibt still.'],
  ],
};
