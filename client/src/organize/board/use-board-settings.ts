import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { storedValue } from '../../app/stored-value.js';
import { type Axis, FIRST_ZOOM, ZOOMS } from './plane/plane-frame.js';

export interface BoardSettings {
  axis: Axis;
  /** Which of the zooms of its axis. */
  zoom: number;
  /** Cities whose rooms are folded away. */
  collapsed: ReadonlySet<string>;
  change: (change: Partial<Pick<BoardSettings, 'axis' | 'zoom' | 'collapsed'>>) => void;
}

interface Kept {
  axis?: unknown;
  zoom?: unknown;
  collapsed?: unknown;
}

/** How this organizer looks at a conference's board, kept on the device. */
export function useBoardSettings(slug: string): BoardSettings {
  const store = useMemo(() => storedValue(`meridian.board.${slug}`), [slug]);
  const text = useSyncExternalStore(store.subscribe, store.read);
  const held = useMemo(() => readSettings(text), [text]);
  const change = useCallback<BoardSettings['change']>(
    (changed) => {
      const { axis, zoom, collapsed } = { ...readSettings(store.read()), ...changed };
      store.write(JSON.stringify({ axis, zoom, collapsed: [...collapsed] }));
    },
    [store],
  );
  return useMemo(() => ({ ...held, change }), [held, change]);
}

function readSettings(text: string | null): Omit<BoardSettings, 'change'> {
  const { axis, zoom, collapsed } = parse(text);
  return {
    axis: axis === 'down' ? 'down' : 'across',
    zoom: typeof zoom === 'number' && ZOOMS.across[zoom] !== undefined ? zoom : FIRST_ZOOM,
    collapsed: new Set(Array.isArray(collapsed) ? collapsed.filter((id) => typeof id === 'string') : []),
  };
}

function parse(text: string | null): Kept {
  try {
    return (JSON.parse(text ?? '{}') ?? {}) as Kept;
  } catch {
    return {};
  }
}
