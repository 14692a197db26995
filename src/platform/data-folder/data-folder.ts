import { access, constants, mkdir } from 'node:fs/promises';
import { StartError } from '../start-error.js';

/**
 * Makes the data folder if it is not there. Others may walk through it (PostgreSQL has an account of its own when Meridian
 * runs as root); each secret in it is readable by its owner only.
 * @throws StartError when it can't be made or written
 */
export async function prepareDataFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o755 });
    await access(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartError(
      `The data folder ${path} cannot be used (${why}).\n` +
        'Give the user who runs Meridian the right to write there, or name another folder in MERIDIAN_DATA_DIR.',
    );
  }
}
