import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { asZoom, type Zoom } from './scale.js';

export interface GridAddress {
  /** `2026-11-24`, as asked for. */
  day: string | null;
  zoom: Zoom;
  keepEmpty: boolean;
  /** The city that a narrow screen shows. */
  cityId: string | null;
  /** Null takes a part out of the address. */
  go: (change: Partial<Record<'day' | 'zoom' | 'empty' | 'at', string | null>>) => void;
}

/** What the page's address says about the grid beside the filters, so that a view can be sent to others. */
export function useGridAddress(): GridAddress {
  const [address, setAddress] = useSearchParams();
  const go = useCallback<GridAddress['go']>(
    (change) => {
      setAddress((held) => {
        const next = new URLSearchParams(held);
        for (const [name, value] of Object.entries(change)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      }, { replace: true, preventScrollReset: true });
    },
    [setAddress],
  );
  return { day: address.get('day'), zoom: asZoom(address.get('zoom')), keepEmpty: address.has('empty'), cityId: address.get('at'), go };
}
