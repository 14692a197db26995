/** Strokes and shapes on a grid of 24, of what is pressed to play: none of them points along the line of text. */
const PATHS = {
  play: 'M7 4.5v15l12-7.5-12-7.5Z',
  pause: 'M8 5v14M16 5v14',
  sound: 'M4 9.5v5h4l5 4v-13l-5 4H4ZM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11',
  muted: 'M4 9.5v5h4l5 4v-13l-5 4H4ZM16.5 9.5l5 5M21.5 9.5l-5 5',
  captions: 'M3 5.5h18v13H3v-13ZM10.5 10.5a2 2 0 1 0 0 3M17 10.5a2 2 0 1 0 0 3',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  talks: 'M3 12h18M3 9v6M9 9v6M15 9v6M21 9v6',
  inset: 'M3 5h18v14H3V5ZM12 12h6v4h-6v-4Z',
  larger: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  smaller: 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5',
} as const;

export type PlayerIconName = keyof typeof PATHS;

/** A decoration: its button says in words what it does. */
export function PlayerIcon({ name, size = 1.5 }: { name: PlayerIconName; size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={`${size}rem`} height={`${size}rem`} fill={name === 'play' ? 'currentColor' : 'none'} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
