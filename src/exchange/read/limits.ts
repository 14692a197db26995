/** What an imported file may hold at most. A file beyond one of these is refused whole; a longer text is cut and reported. */
export const LIMITS = {
  bytes: 25_000_000,
  depth: 64,
  days: 400,
  rooms: 5_000,
  sessions: 20_000,
  persons: 50_000,
  personsPerSession: 100,
  referencesPerSession: 100,
  /** Characters. */
  title: 500,
  subtitle: 1_000,
  name: 500,
  text: 100_000,
  url: 2_000,
  /** How often one recurring calendar entry may occur. */
  occurrences: 1_000,
  /** The longest session, in minutes: 31 days. */
  minutes: 31 * 24 * 60,
} as const;
