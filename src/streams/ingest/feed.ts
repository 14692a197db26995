/** What a publisher sends, as bytes of a container; whoever reads may come and go. */
export interface Feed {
  readonly container: 'flv' | 'mpegts';
  /** From now on, beginning with what a reader needs first (headers, a key frame). Returns how to stop; nothing is read after that. */
  read(take: (chunk: Buffer) => void): () => void;
}
