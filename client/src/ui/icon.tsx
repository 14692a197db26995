import styles from './icon.module.css';

/** Strokes on a grid of 24. Our own few, so that a page of rows costs no icon library. */
const PATHS = {
  agenda: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  alert: 'M12 4 2.8 20h18.4L12 4ZM12 10v4M12 17h.01',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  bell: 'M6 16v-6a6 6 0 0 1 12 0v6l2 2H4l2-2ZM10 21h4',
  bookmark: 'M6 4h12v17l-6-4.5L6 21V4Z',
  calendar: 'M4 6h16v15H4V6ZM4 10.5h16M8 3v4M16 3v4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevron: 'm9 6 6 6-6 6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3.5 2',
  close: 'M6 6l12 12M18 6 6 18',
  columns: 'M4 5h16v14H4V5ZM9.5 5v14M14.5 5v14',
  copy: 'M9 9h11v11H9V9ZM5 15H4V4h11v1',
  door: 'M6 21V4h12v17M3 21h18M14.5 12.5h.01',
  down: 'm6 9 6 6 6-6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  filter: 'M4 6h16M7 12h10M10 18h4',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z',
  grid: 'M4 5h7v6H4V5ZM14 5h6v10h-6V5ZM4 14h7v5H4v-5ZM14 18h6',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 17h.01',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  map: 'M12 21s7-6.3 7-11.5A7 7 0 0 0 5 9.5C5 14.7 12 21 12 21ZM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  minus: 'M6 12h12',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  now: 'M5 5a10 10 0 0 0 0 14M19 5a10 10 0 0 1 0 14M8.5 8.5a5 5 0 0 0 0 7M15.5 8.5a5 5 0 0 1 0 7M12 12h.01',
  leave: 'M10 4H5v16h5M15 8l4 4-4 4M19 12H9',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  pin: 'M9 4h6l-1 7 3 3H7l3-3-1-7ZM12 14v6',
  place: 'M4 21V8l8-5 8 5v13M9 21v-7h6v7M4 21h16',
  plus: 'M12 6v12M6 12h12',
  redo: 'M19 9H10a5 5 0 0 0 0 10h3M15 5l4 4-4 4',
  rows: 'M4 5h16v14H4V5ZM4 9.5h16M4 14.5h16',
  satellite: 'M4 13a7 7 0 0 0 7 7M8 13a3 3 0 0 0 3 3M11 8l5 5M13.5 5.5l5 5-2.5 2.5-5-5 2.5-2.5ZM17 3l4 4',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4.5 4.5',
  share: 'M12 15V3M8 6.5 12 3l4 3.5M6 11H5v10h14V11h-1',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  system: 'M3 5h18v11H3V5ZM8 20h8M12 16v4',
  ticket: 'M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4V7ZM14 7v2M14 11v2M14 15v2',
  tray: 'M4 13v6h16v-6M4 13l3-8h10l3 8M4 13h5a3 3 0 0 0 6 0h5',
  undo: 'M5 9h9a5 5 0 0 1 0 10h-3M9 5 5 9l4 4',
  up: 'm6 15 6-6 6 6',
  video: 'M3 6h12v12H3V6ZM15 11l6-4v10l-6-4',
  waived: 'M4 8h10v8H4V8ZM10 5h10v8h-2',
} as const;

export type IconName = keyof typeof PATHS;
/** These point along the line of text, and so the other way in a right-to-left page. */
const DIRECTIONAL: ReadonlySet<IconName> = new Set(['arrow', 'chevron', 'external', 'agenda', 'leave', 'redo', 'undo', 'video']);

interface Props {
  name: IconName;
  /** Rem. */
  size?: number;
  filled?: boolean;
  /** Turned to point against the line of text. */
  back?: boolean;
}

/** A decoration: what it means is said in words beside it or in its button's label. */
export function Icon({ name, size = 1.25, filled = false, back = false }: Props) {
  return (
    <svg
      className={`${styles.icon} ${DIRECTIONAL.has(name) ? styles.directional : ''} ${back ? styles.back : ''}`}
      viewBox="0 0 24 24"
      width={`${size}rem`}
      height={`${size}rem`}
      fill={filled ? 'currentColor' : 'none'}
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
