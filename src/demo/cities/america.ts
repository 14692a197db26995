import type { DemoCity } from '../world.js';

/** Real cities; the venues are invented. St John's keeps a half-hour zone; Honolulu keeps no summer time. */
export const AMERICA: readonly DemoCity[] = [
  {
    name: "St John's", country: 'CA', zone: 'America/St_Johns', latitude: 47.561, longitude: -52.713, languages: ['en'],
    venues: [
      {
        name: 'Signal Wharf', address: '15 Battery Steps', satellite: true,
        accessNotes: 'Step-free from the upper road only. Lift to the wharf level.',
        rooms: [{ name: 'Net Loft', capacity: 180 }, { name: 'Chart Room', capacity: 45 }],
      },
    ],
  },
  {
    name: 'Montréal', country: 'CA', zone: 'America/Toronto', latitude: 45.502, longitude: -73.567, languages: ['fr', 'en'],
    venues: [
      {
        name: 'Atelier du Canal', address: '120, rue des Écluses', satellite: true,
        accessNotes: 'Step-free. Tactile guide from the metro to the hall.',
        rooms: [{ name: 'Grand atelier', capacity: 320 }, { name: 'Studio sonore', capacity: 60 }, { name: 'Serre', capacity: 45 }],
      },
    ],
  },
  {
    name: 'Toronto', country: 'CA', zone: 'America/Toronto', latitude: 43.653, longitude: -79.383, languages: ['en', 'fa'],
    venues: [
      {
        name: 'Carhouse Arts', address: '301 Maple Siding', satellite: true,
        accessNotes: 'Step-free. Attendant care room on the ground floor.',
        rooms: [{ name: 'Carhouse', capacity: 400 }, { name: 'Switchback', capacity: 85 }],
      },
      {
        name: 'Ravine Branch Library', address: '9 Ravine Gate', satellite: false,
        accessNotes: 'Step-free. Adjustable tables.',
        rooms: [{ name: 'Community Room', capacity: 95 }],
      },
    ],
  },
  {
    name: 'Vancouver', country: 'CA', zone: 'America/Vancouver', latitude: 49.283, longitude: -123.121, languages: ['en', 'fa'],
    venues: [
      {
        name: 'Cedar Exchange', address: '550 Inlet Street', satellite: false,
        accessNotes: 'Step-free. Scent-free building.',
        rooms: [{ name: 'Alder Hall', capacity: 290 }, { name: 'Tide Room', capacity: 70 }, { name: 'Workshop', capacity: 30 }],
      },
    ],
  },
  {
    name: 'New York', country: 'US', zone: 'America/New_York', latitude: 40.713, longitude: -74.006, languages: ['en', 'es'],
    venues: [
      {
        name: 'Lantern Building', address: '88 Cooper Slip', satellite: true,
        accessNotes: 'Step-free. Hearing loop, captions and relaxed seats in the auditorium.',
        rooms: [{ name: 'Auditorium', capacity: 500 }, { name: 'Mezzanine', capacity: 90 }],
      },
      {
        name: 'Pier Workshop', address: '12 Tidewater Street', satellite: false,
        accessNotes: 'Step-free. Elevator to the roof garden.',
        rooms: [{ name: 'Roof Garden', capacity: 100 }],
      },
    ],
  },
  {
    name: 'Chicago', country: 'US', zone: 'America/Chicago', latitude: 41.878, longitude: -87.63, languages: ['en', 'es'],
    venues: [
      {
        name: 'Grain Hall', address: '640 Lock Street', satellite: true,
        accessNotes: 'Step-free. Warm waiting room by the bus stop.',
        rooms: [{ name: 'Elevator Stage', capacity: 340 }, { name: 'Sample Room', capacity: 60 }],
      },
    ],
  },
  {
    name: 'Denver', country: 'US', zone: 'America/Denver', latitude: 39.739, longitude: -104.99, languages: ['en', 'es'],
    venues: [
      {
        name: 'Assay Office', address: '27 Foundry Alley', satellite: false,
        accessNotes: 'Step-free. Water and rest places for those not used to the height.',
        rooms: [{ name: 'Furnace Hall', capacity: 210 }, { name: 'Dome', capacity: 80 }],
      },
    ],
  },
  {
    name: 'Los Angeles', country: 'US', zone: 'America/Los_Angeles', latitude: 34.052, longitude: -118.244, languages: ['en', 'es', 'fa'],
    venues: [
      {
        name: 'Citrus Packing House', address: '1905 Arroyo Avenue', satellite: true,
        accessNotes: 'Step-free. Shade along the whole way from the train.',
        rooms: [{ name: 'Packing Floor', capacity: 430 }, { name: 'Label Room', capacity: 75 }, { name: 'Orchard', capacity: 150 }],
      },
    ],
  },
  {
    name: 'Honolulu', country: 'US', zone: 'Pacific/Honolulu', latitude: 21.307, longitude: -157.858, languages: ['en'],
    venues: [
      {
        name: 'Breadfruit House', address: '330 Lagoon Drive', satellite: true,
        accessNotes: 'Step-free. Mats to the lawn.',
        rooms: [{ name: 'Great Lānai', capacity: 190 }, { name: 'Canoe Shed', capacity: 60 }],
      },
    ],
  },
];
