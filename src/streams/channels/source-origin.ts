import type { SourceId, SourceWindow } from '../../rules/streams/source.js';

/**
 * What channels need of a source: its window, its bytes, and to be told. Made by an engine's origin
 * and by the slate.
 */
export interface SourceOrigin {
  readonly id: SourceId;
  /** A snapshot: the same object until something changed. */
  window(): SourceWindow;
  /** Calls back after each part, segment or restart, once the bytes can be had. Returns how to stop. */
  onChange(listener: () => void): () => void;
  /**
   * The parts of the segment of that name so far, in order; one buffer where it is not seen in parts, and for an init segment. They stay
   * for at least a minute after they were last in the window. Undefined for a name that it does not know.
   */
  media(name: string): readonly Buffer[] | undefined;
}
