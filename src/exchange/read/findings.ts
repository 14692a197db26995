import type { ImportItem } from '../../contract/exchange.js';

/** A place in the file, and the session that it belongs to. */
export interface Place {
  where: string;
  session: string | null;
}

/** Collects what is odd in a file while it is read. */
export class Findings {
  readonly items: ImportItem[] = [];
  private readonly mendedPlaces = new Set<string>();

  accepted(code: string, place: Place, message: string): void {
    this.items.push({ severity: 'accepted', code, ...place, message });
  }

  mended(code: string, place: Place, message: string): void {
    this.mendedPlaces.add(place.where);
    this.items.push({ severity: 'mended', code, ...place, message });
  }

  refused(code: string, place: Place, message: string): void {
    this.items.push({ severity: 'refused', code, ...place, message });
  }

  /** Was something at this place repaired? */
  mendedAt(where: string): boolean {
    return this.mendedPlaces.has(where);
  }
}

export const FILE: Place = { where: '', session: null };
