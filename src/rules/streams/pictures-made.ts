/** A test picture, which costs processor time while it is made. Instants are epoch milliseconds; -Infinity: never. */
export interface PictureWish<Id extends string = string> {
  id: Id;
  /** When one of the audience last asked for it. */
  watchedAt: number;
  /** When it was last looked at in a control room. */
  lookedAt: number;
  /** The programme shows it. */
  onProgramme: boolean;
}

export interface PicturesMade<Id extends string = string> {
  made: ReadonlySet<Id>;
  /** They are watched, and there is no room for them: they show a card that says so. */
  waiting: ReadonlySet<Id>;
}

/**
 * Which test pictures are made now: those that somebody has asked for within `lingers` milliseconds, and at most `most`. The audience comes before
 * control rooms, there the programme's stage before the others, and else what is made already before what is new: nobody's picture ends because
 * somebody else came.
 */
export function picturesMade<Id extends string>(
  wishes: readonly PictureWish<Id>[], { made }: Pick<PicturesMade<Id>, 'made'>, { most, lingers }: { most: number; lingers: number }, now: number,
): PicturesMade<Id> {
  const isRecent = (at: number): boolean => now - at < lingers;
  const rank = ({ id, watchedAt, onProgramme }: PictureWish<Id>): number => (isRecent(watchedAt) ? 0 : onProgramme ? 2 : 4) + (made.has(id) ? 0 : 1);
  const wanted = wishes.filter(({ watchedAt, lookedAt }) => isRecent(watchedAt) || isRecent(lookedAt)).sort((one, other) => rank(one) - rank(other));
  const idsOf = (some: readonly PictureWish<Id>[]): Set<Id> => new Set(some.map(({ id }) => id));
  return { made: idsOf(wanted.slice(0, most)), waiting: idsOf(wanted.slice(most).filter(({ watchedAt }) => isRecent(watchedAt))) };
}
