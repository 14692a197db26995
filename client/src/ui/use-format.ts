import { createContext, useContext } from 'react';
import { type Format, formatFor } from './format.js';

/** Set once for all pages by whoever knows the language. */
export const FormatContext = createContext<Format>(formatFor('en-GB'));

/** Formats in the page's language and the reader's variety of it. Stable until the language changes. */
export function useFormat(): Format {
  return useContext(FormatContext);
}
