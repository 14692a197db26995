/** Milliseconds without a question after which the next one is somebody's arrival. */
const QUIET = 1_000;

/** Whether anybody asks for a channel's media. Not how many: a cache in front asks for all (see streams/audience). */
export class Audience {
  /** Epoch milliseconds at which the playlist of a track was last asked for; -Infinity: never. */
  askedAt = -Infinity;

  /** @param arrived told when somebody asks for a track after nobody did */
  constructor(private readonly now: () => number, private readonly arrived: () => void = () => undefined) {}

  /** Somebody wants media, and not only to know what there is. */
  asks(): void {
    const before = this.askedAt;
    this.askedAt = this.now();
    if (this.askedAt - before > QUIET) this.arrived();
  }
}
