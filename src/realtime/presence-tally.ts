/** People who follow one conference, and where they say they are. */
export interface Counts {
  total: number;
  cities: Record<string, number>;
}

/** A city with fewer people is not named: in a small crowd a number is a person. */
const SMALLEST_SHOWN = 5;
/** Milliseconds after which a process that says nothing is taken for gone. */
export const SILENCE_MS = 35_000;

/** Adds up what this process counts and what the others report. The caller gives the time (milliseconds). */
export class PresenceTally {
  private readonly here = new Map<string, Map<string, string | null>>();
  private readonly others = new Map<string, { counts: Map<string, Counts>; heardAt: number }>();

  /** A socket is counted once a conference; a later city replaces the former. */
  enter(conference: string, socket: string, city: string | null): void {
    const sockets = this.here.get(conference) ?? new Map<string, string | null>();
    this.here.set(conference, sockets.set(socket, city));
  }

  leave(conference: string, socket: string): void {
    this.here.get(conference)?.delete(socket);
  }

  /** The socket is closed: it follows nothing any more. */
  gone(socket: string): void {
    for (const sockets of this.here.values()) sockets.delete(socket);
  }

  /** What another process counts. */
  report(process: string, conference: string, counts: Counts, now: number): void {
    const known = this.others.get(process)?.counts ?? new Map<string, Counts>();
    this.others.set(process, { counts: known.set(conference, counts), heardAt: now });
  }

  /** Forgets processes that fell silent. */
  expire(now: number): void {
    for (const [process, { heardAt }] of this.others) if (now - heardAt > SILENCE_MS) this.others.delete(process);
  }

  /** Conferences that someone of this process has followed. */
  conferences(): string[] {
    return [...this.here.keys()];
  }

  local(conference: string): Counts {
    const sockets = this.here.get(conference) ?? new Map<string, string | null>();
    const counts: Counts = { total: sockets.size, cities: {} };
    for (const city of sockets.values()) if (city !== null) counts.cities[city] = (counts.cities[city] ?? 0) + 1;
    return counts;
  }

  /** The sum over processes, as it may be shown. */
  shown(conference: string): Counts {
    const sum = this.local(conference);
    for (const { counts } of this.others.values()) {
      const more = counts.get(conference);
      if (more === undefined) continue;
      sum.total += more.total;
      for (const [city, people] of Object.entries(more.cities)) sum.cities[city] = (sum.cities[city] ?? 0) + people;
    }
    sum.cities = Object.fromEntries(Object.entries(sum.cities).filter(([, people]) => people >= SMALLEST_SHOWN));
    return sum;
  }

  /** Drops a conference that nobody here follows any more. */
  forget(conference: string): void {
    if (this.here.get(conference)?.size === 0) this.here.delete(conference);
  }
}
