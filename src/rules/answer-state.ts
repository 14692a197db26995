/** Where and when a slot is or was. Instants are epoch milliseconds. */
export interface Placement {
  startsAt: number;
  endsAt: number;
  cityId: string;
}

export type GivenAnswer = 'confirmed' | 'declined' | 'change-requested';

/** A speaker's last answer and the placement that they answered to. */
export interface Answered extends Placement {
  state: GivenAnswer;
}

export interface AnswerState {
  state: 'asked' | GivenAnswer;
  /** Answered before, but to a placement that is too far from what is published now. */
  again: boolean;
}

/**
 * Whether an answer still holds. It was given to a placement: when the slot has since moved by more than the limit (its
 * start or its end, either way) or to another city, the question is another one and is asked again. Moves add up, since
 * each is measured from what was answered; a slot that moves back is answered as it was.
 *
 * @param limitMinutes `conference.reconfirm_minutes`; a move of exactly so many minutes is not asked about
 */
export function answerState(answered: Answered | null, current: Placement, limitMinutes: number): AnswerState {
  if (answered === null) return { state: 'asked', again: false };
  return isBeyond(answered, current, limitMinutes) ? { state: 'asked', again: true } : { state: answered.state, again: false };
}

/** Whether two placements are further apart than the limit. */
export function isBeyond(was: Placement, is: Placement, limitMinutes: number): boolean {
  const moved = Math.max(Math.abs(is.startsAt - was.startsAt), Math.abs(is.endsAt - was.endsAt));
  return was.cityId !== is.cityId || moved > limitMinutes * 60_000;
}
