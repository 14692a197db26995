import type { ChannelState } from '@contract/channel.js';
import type { ChannelId } from '@contract/ids.js';
import type { ChannelDetails, ChannelFigures, InputFigures, InputRole, StageChoice, StreamInput } from '@contract/streams.js';
import type { IndexedRoom } from '../../../attend/agenda-index.js';

/** How a path is: `unset` has no input, of `unknown` nothing was told lately. */
export type PathHealth = 'unset' | 'unknown' | InputFigures['state'];

/** One of a stage's two paths, as the director sees it. */
export interface PathView {
  role: InputRole;
  input: StreamInput | null;
  /** Null where nothing was told lately. */
  figures: InputFigures | null;
  health: PathHealth;
  /** The stage takes its picture from here at this moment. */
  isShown: boolean;
}

/** A stage on the wall. */
export interface StageView {
  id: ChannelId;
  /** On the wall, from 1. */
  number: number;
  place: IndexedRoom;
  state: ChannelState;
  choice: StageChoice;
  paths: readonly [PathView, PathView];
  /** `unknown` where nothing was told lately. */
  shows: InputRole | 'slate' | 'nothing' | 'unknown';
  /** Null where nothing was told lately. */
  viewers: number | null;
}

/** Figures with when they came: milliseconds since the epoch. */
export interface HeardFigures {
  figures: ChannelFigures;
  at: number;
}

/** Milliseconds after which figures say nothing about now: the server leaves out no more than a few seconds. */
export const STALE = 6_000;

interface Told {
  /** As the agenda has it at this moment. */
  state: ChannelState;
  heard: HeardFigures | undefined;
  now: number;
}

export function stageView(channel: ChannelDetails, place: IndexedRoom, number: number, { state, heard, now }: Told): StageView {
  const figures = heard === undefined || now - heard.at > STALE ? null : heard.figures;
  const path = (role: InputRole): PathView => {
    const input = channel.inputs.find((one) => one.role === role) ?? null;
    const own = figures?.inputs.find(({ inputId }) => inputId === input?.id) ?? null;
    const isShown = input !== null && figures?.source.kind === 'input' && figures.source.inputId === input.id;
    return { role, input, figures: own, health: input === null ? 'unset' : (own?.state ?? 'unknown'), isShown };
  };
  const paths = [path('primary'), path('backup')] as const;
  return { id: channel.id, number, place, state, choice: channel.choice, paths, shows: shownOf(figures, paths), viewers: figures?.viewers ?? null };
}

function shownOf(figures: ChannelFigures | null, paths: readonly PathView[]): StageView['shows'] {
  if (figures === null) return 'unknown';
  if (figures.source.kind !== 'input') return figures.source.kind === 'slate' ? 'slate' : 'nothing';
  return paths.find(({ isShown }) => isShown)?.role ?? 'unknown';
}
