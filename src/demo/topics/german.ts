import { topicsOf } from './topic.js';

export const GERMAN = topicsOf('de', {
  knowledge: [
    ['keynote', 'Wem gehört die Karte?',
      'Jede Karte lässt etwas weg; die Frage ist, wer darüber entscheidet und wer widersprechen darf.', 'Vom Zählen und Auslassen'],
    ['talk', 'Offene Haushalte lesen lernen',
      'In einem Abendkurs lernten sechzig Nachbarinnen und Nachbarn den Haushalt ihrer Stadt zu lesen.'],
    ['talk', 'Das Wetterbuch des Leuchtturmwärters', 'Aus handgeschriebenen Seiten wurde eine Messreihe über hundertzehn Jahre.'],
    ['panel', 'Was Bibliotheken verleihen, wenn sie Vertrauen verleihen',
      'Vier Bibliotheken sprechen über Werkzeuge, Zeit und die Kunst, keine Fragen zu stellen.'],
  ],
  cities: [
    ['keynote', 'Die langsame Straße', 'Was geschieht, wenn das Tempo einer Straße das ihres langsamsten Fußgängers ist?'],
    ['talk', 'Bienen über der Bäckerei', 'Eine Bäckerei überließ ihr Dach den Bienen und lernte ihre Straße neu kennen.'],
    ['talk', 'Fähre, Bus und Fußweg in einem Plan',
      'Ein Fahrplan, der auch das Gehen ernst nimmt, passt auf ein Blatt Papier.', 'Werkstattbericht'],
    ['workshop', 'Baumscheiben bepflanzen', 'Wir gehen vor die Tür und bepflanzen drei Baumscheiben, mit Gießplan.'],
  ],
  water: [
    ['talk', 'Der Bach unter dem Parkplatz', 'Eine Bürgergruppe suchte einen verschwundenen Bach und fand ihn am Geruch.'],
    ['panel', 'Baden im Fluss, geht das wieder?', 'Drei Städte sind so weit, die vierte streitet noch über das Wann.'],
    ['performance', 'Neun Hafenglocken', 'Neun Glocken aus neun Häfen, dazu eine Schlagzeugerin und der Nebel vom Band.'],
  ],
  languages: [
    ['talk', 'Plattdeutsch am Küchentisch', 'Drei Familien sprechen wieder miteinander, wie es die Urgroßeltern taten.'],
    ['panel', 'Straßennamen und ihre Übersetzer', 'Zweisprachige Schilder sind einfach, bis eine Straße drei Geschichten hat.'],
    ['talk', 'Ein Wörterbuch, das streitet',
      'Vierzig Sprecherinnen schrieben gemeinsam ein Wörterbuch und druckten ihre Uneinigkeit mit ab.', 'Mit Leseproben'],
    ['workshop', 'Leichte Sprache in einer Stunde', 'Bringen Sie einen Brief mit, den niemand versteht; wir schreiben ihn neu.'],
  ],
  access: [
    ['talk', 'Farbe ist nicht die Botschaft', 'Eine Anzeige verlor ihr Rot und Grün und wurde für alle klarer.'],
    ['panel', 'Bahnhöfe ohne Stufen', 'Vier Verkehrsbetriebe erzählen, wie lange es dauerte und welches Versprechen sie brachen.'],
    ['talk', 'Der ruhige Raum', 'Ein stiller Raum kostet wenig und entscheidet, wer bis zum Abend bleiben kann.'],
    ['statement', 'Dolmetschen gehört in die erste Zeile', 'Wer alle einlädt, plant die Verständigung zuerst und nicht zuletzt.'],
  ],
  repair: [
    ['keynote', 'Reparieren heißt verstehen', 'Wer ein Gehäuse öffnet, versteht mehr als das Gerät.'],
    ['talk', 'Warum das Scharnier zuerst bricht', 'Eine Ingenieurin führt durch das Teil, das immer zu billig ist.'],
    ['panel', 'Das Recht auf ein Ersatzteil',
      'Werkstätten, Hersteller und eine Behörde sprechen über Preise, Pläne und Passwörter.', 'Mit Fragen aus den Werkstätten'],
    ['workshop', 'Löten für Anfängerinnen und Anfänger', 'Ein Glühwürmchen aus fünf Bauteilen, das in der Dämmerung blinkt.'],
  ],
  sky: [
    ['talk', 'Ein Fernrohr aus dem Baumarkt', 'Ein Spiegel, ein Rohr und ein Monat Abende: was es zeigt und was nicht.'],
    ['talk', 'Fledermäuse und Straßenlampen', 'Bernsteinfarbenes Licht half den Fledermäusen und verwirrte die Falter.'],
  ],
  sound: [
    ['talk', 'Der Klang des Großmarkts um fünf', 'Zehn Jahre Aufnahmen eines Marktes lassen eine Stadt hören, die sich verändert.'],
    ['performance', 'Hörspiel für einen leeren Stuhl',
      'Drei Stimmen in drei Städten teilen sich ein Stück und die Verzögerung dazwischen.'],
    ['statement', 'Eine Frequenz für den Notfall', 'Wenn das Netz ausfällt, zählt die nächste Stimme am meisten.'],
  ],
});
