import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { projectFolder } from '../../src/platform/build-folders.js';

/** A browser's program, and what it needs around it. */
export interface ChromiumProgram {
  path: string;
  environment: Record<string, string>;
}

const run = promisify(execFile);

const INSTALLED = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium'],
} as const;

/**
 * `MERIDIAN_CHROMIUM`, else on Linux (x64) the headless Chromium that npm delivered, unpacked once into `.cache/`, with the
 * libraries and fonts that came with it: a bare system needs no package. Elsewhere an installed Chrome or Chromium.
 */
export async function chromiumProgram(): Promise<ChromiumProgram> {
  const chosen = process.env['MERIDIAN_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') return { path: chosen, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return await delivered();
  const candidates: readonly string[] = process.platform === 'darwin' || process.platform === 'linux' ? INSTALLED[process.platform] : [];
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return { path: found, environment: {} };
  throw new Error(
    `There is no browser for the browser tests: npm delivers one for Linux on x64 only, and none of these is installed:\n  ${candidates.join('\n  ')}\n` +
      'Install Chrome or Chromium, or name its program in MERIDIAN_CHROMIUM.',
  );
}

async function delivered(): Promise<ChromiumProgram> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(join(packageFolder(entry), 'package.json'), 'utf8')) as { version: string };
  const folder = join(projectFolder(), '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter((path) => path !== undefined && path !== '');
  return {
    path: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/**
 * The package unpacks into the temporary folder, for Lambda: so it gets one of its own, believes to be there, and what it
 * made is moved into place whole. Of two workers that do so at once, the second one's is thrown away.
 */
async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const aside = await mkdtemp(`${folder}-`);
  try {
    const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    await run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: projectFolder(),
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    await writeFile(join(aside, 'fonts.conf'), fontConfiguration(folder));
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package's own names the folders of Lambda. The system's fonts come after, for scripts that the delivered ones lack. */
function fontConfiguration(folder: string): string {
  const cache = `fontconfig-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${pathToFileURL(join(folder, 'fonts')).pathname}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">${cache}</cachedir>
</fontconfig>
`;
}

function packageFolder(entry: string): string {
  let folder = dirname(entry);
  while (!folder.endsWith(join('@sparticuz', 'chromium'))) folder = dirname(folder);
  return folder;
}
