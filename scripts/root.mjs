import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute: scripts work from wherever they are called. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
