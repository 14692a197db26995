import type { DemoCity } from '../world.js';

/** Real cities; the venues are invented. */
export const EUROPE: readonly DemoCity[] = [
  {
    name: 'Berlin', country: 'DE', zone: 'Europe/Berlin', latitude: 52.52, longitude: 13.405, languages: ['de', 'en'],
    venues: [
      {
        name: 'Spreewerk', address: 'Lindenkai 14', satellite: true,
        accessNotes: 'Step-free from the courtyard. Hearing loop in the large hall.',
        rooms: [{ name: 'Großer Saal', capacity: 420 }, { name: 'Werkstatt', capacity: 60 }],
      },
      {
        name: 'Haus der Karten', address: 'Alte Allee 3', satellite: false,
        accessNotes: 'Lift to all floors. Quiet room on the second floor.',
        rooms: [{ name: 'Lesesaal', capacity: 110 }],
      },
    ],
  },
  {
    name: 'Hamburg', country: 'DE', zone: 'Europe/Berlin', latitude: 53.551, longitude: 9.994, languages: ['de', 'fa', 'en'],
    venues: [
      {
        name: 'Speicher Sieben', address: 'Kornhausfleet 7', satellite: true,
        accessNotes: 'Step-free by the canal side. Please ring if the water gate is closed.',
        rooms: [{ name: 'Kaisaal', capacity: 300 }, { name: 'Kontor', capacity: 70 }],
      },
    ],
  },
  {
    name: 'Vienna', country: 'AT', zone: 'Europe/Vienna', latitude: 48.208, longitude: 16.373, languages: ['de', 'en'],
    venues: [
      {
        name: 'Akademie am Kanal', address: 'Weidengasse 22', satellite: false,
        accessNotes: 'Ramp at the side entrance. Sign language interpretation on request.',
        rooms: [{ name: 'Festsaal', capacity: 260 }, { name: 'Studio', capacity: 80 }, { name: 'Gartenzimmer', capacity: 35 }],
      },
    ],
  },
  {
    name: 'Paris', country: 'FR', zone: 'Europe/Paris', latitude: 48.857, longitude: 2.352, languages: ['fr', 'en'],
    venues: [
      {
        name: 'La Filature', address: '18, quai des Tisserands', satellite: true,
        accessNotes: 'Step-free. Places for wheelchairs in the first and the last row.',
        rooms: [{ name: 'Grande halle', capacity: 520 }, { name: 'Salle des cartes', capacity: 90 }],
      },
      {
        name: 'Maison du Marché', address: '5, rue du Four à Pain', satellite: false,
        accessNotes: 'One step at the door; a ramp is brought when you ring.',
        rooms: [{ name: 'Verrière', capacity: 120 }],
      },
    ],
  },
  {
    name: 'Geneva', country: 'CH', zone: 'Europe/Zurich', latitude: 46.204, longitude: 6.143, languages: ['fr', 'en'],
    venues: [
      {
        name: 'Pavillon du Lac', address: 'Quai des Barques 2', satellite: true,
        accessNotes: 'Step-free. Hearing loop in both halls.',
        rooms: [{ name: 'Salle du Rhône', capacity: 240 }, { name: 'Salle des Ponts', capacity: 90 }],
      },
    ],
  },
  {
    name: 'Madrid', country: 'ES', zone: 'Europe/Madrid', latitude: 40.417, longitude: -3.704, languages: ['es', 'en'],
    venues: [
      {
        name: 'Imprenta Vieja', address: 'Calle del Olmo Alto 31', satellite: true,
        accessNotes: 'Step-free from the patio. Live captions in the main hall.',
        rooms: [{ name: 'Sala de Prensas', capacity: 350 }, { name: 'Patio', capacity: 120 }, { name: 'Taller', capacity: 40 }],
      },
    ],
  },
  {
    name: 'Stockholm', country: 'SE', zone: 'Europe/Stockholm', latitude: 59.329, longitude: 18.069, languages: ['en', 'fa'],
    venues: [
      {
        name: 'Båthuset', address: 'Varvsgränd 9', satellite: false,
        accessNotes: 'Step-free. Fragrance-free seats on the left.',
        rooms: [{ name: 'Stora salen', capacity: 280 }, { name: 'Biblioteket', capacity: 60 }],
      },
    ],
  },
  {
    name: 'London', country: 'GB', zone: 'Europe/London', latitude: 51.507, longitude: -0.128, languages: ['en', 'fa'],
    venues: [
      {
        name: 'Ropewalk Hall', address: '40 Ropewalk Yard', satellite: true,
        accessNotes: 'Step-free. Lift with voice and braille. Hearing loop in the hall.',
        rooms: [{ name: 'The Hall', capacity: 480 }, { name: 'Gallery', capacity: 100 }],
      },
      {
        name: 'Tanner Street Library', address: '11 Old Tanner Street', satellite: false,
        accessNotes: 'Step-free on the ground floor. Quiet corner all day.',
        rooms: [{ name: 'Reading Room', capacity: 75 }],
      },
    ],
  },
  {
    name: 'Helsinki', country: 'FI', zone: 'Europe/Helsinki', latitude: 60.17, longitude: 24.938, languages: ['en'],
    venues: [
      {
        name: 'Satamatalo', address: 'Laiturikuja 6', satellite: false,
        accessNotes: 'Step-free. Changing place on the ground floor.',
        rooms: [{ name: 'Sali', capacity: 220 }, { name: 'Paja', capacity: 50 }],
      },
    ],
  },
  {
    name: 'Athens', country: 'GR', zone: 'Europe/Athens', latitude: 37.984, longitude: 23.728, languages: ['en'],
    venues: [
      {
        name: 'Old Silk Mill', address: 'Mylon 27', satellite: true,
        accessNotes: 'Ramp from the garden. Shade and water in the courtyard.',
        rooms: [{ name: 'Loom Hall', capacity: 310 }, { name: 'Courtyard', capacity: 140 }],
      },
    ],
  },
];
