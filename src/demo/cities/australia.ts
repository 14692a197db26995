import type { DemoCity } from '../world.js';

/** Real cities; the venues are invented. Adelaide keeps a half-hour zone; Brisbane and Perth keep no summer time. */
export const AUSTRALIA: readonly DemoCity[] = [
  {
    name: 'Sydney', country: 'AU', zone: 'Australia/Sydney', latitude: -33.869, longitude: 151.209, languages: ['en', 'fa'],
    venues: [
      {
        name: 'Woolstore Four', address: '4 Capstan Lane', satellite: true,
        accessNotes: 'Step-free from the lane. Hearing loop and live captions on the main floor.',
        rooms: [{ name: 'Main Floor', capacity: 450 }, { name: 'Loft', capacity: 80 }],
      },
      {
        name: 'Ferry Street Hall', address: '63 Ferry Street', satellite: false,
        accessNotes: 'Ramp at the side. Bus stop at the door.',
        rooms: [{ name: 'Hall', capacity: 130 }],
      },
    ],
  },
  {
    name: 'Melbourne', country: 'AU', zone: 'Australia/Melbourne', latitude: -37.814, longitude: 144.963, languages: ['en'],
    venues: [
      {
        name: 'The Tram Depot', address: '210 Bluestone Road', satellite: true,
        accessNotes: 'Step-free. Rails in the floor are covered on the marked paths.',
        rooms: [{ name: 'Depot Stage', capacity: 380 }, { name: 'Signal Room', capacity: 70 }, { name: 'Upholstery Shop', capacity: 40 }],
      },
    ],
  },
  {
    name: 'Brisbane', country: 'AU', zone: 'Australia/Brisbane', latitude: -27.47, longitude: 153.026, languages: ['en'],
    venues: [
      {
        name: 'Riverbend Pavilion', address: '8 Fig Tree Reach', satellite: false,
        accessNotes: 'Step-free. Covered path from the ferry.',
        rooms: [{ name: 'Pavilion', capacity: 260 }, { name: 'Veranda', capacity: 60 }],
      },
    ],
  },
  {
    name: 'Adelaide', country: 'AU', zone: 'Australia/Adelaide', latitude: -34.929, longitude: 138.601, languages: ['en'],
    venues: [
      {
        name: 'Parklands Institute', address: '19 Terrace Walk', satellite: true,
        accessNotes: 'Lift to the theatre. Companion seats in row C.',
        rooms: [{ name: 'Theatre', capacity: 240 }, { name: 'Map Room', capacity: 55 }],
      },
    ],
  },
  {
    name: 'Perth', country: 'AU', zone: 'Australia/Perth', latitude: -31.953, longitude: 115.857, languages: ['en'],
    venues: [
      {
        name: 'Limestone House', address: '77 Swan Parade', satellite: true,
        accessNotes: 'Step-free. Quiet room beside the foyer.',
        rooms: [{ name: 'Long Hall', capacity: 230 }, { name: 'Observatory Room', capacity: 65 }],
      },
    ],
  },
];
