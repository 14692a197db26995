/** Seconds: `EXT-X-TARGETDURATION` of what we make ourselves; engines are told to make a key frame that often. */
export const TARGET_DURATION = 1;

/** Seconds: `EXT-X-PART-INF`. Nine frames at 25 a second, ten at 30, eight at 24: three parts a segment, each within 85 % of this. */
export const PART_TARGET = 0.36;

/** Seconds: a key frame that comes sooner does not begin a segment. */
export const LEAST_SEGMENT = 0.9 * TARGET_DURATION;

/** Seconds: a segment ends here whether a key frame comes or not. A longer one would round to more than the target duration. */
export const MOST_SEGMENT = 1.4 * TARGET_DURATION;

/** Seconds that a track may be late before a segment ends without the rest of it. */
export const MOST_BEHIND = 0.5;

/** Seconds of a track that are kept while the leading one stands still. */
export const MOST_AHEAD = 10;
