import { useMedia } from './use-media.js';

/** Whether the screen is a phone's: the same measure as in the style sheets. */
export const useIsNarrow = (): boolean => useMedia('(width < 48rem)');
