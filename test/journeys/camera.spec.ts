import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import QRCode from 'qrcode';
import { aConference } from '../support/a-conference.js';
import { aPerson } from '../support/a-person.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aVisitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  database = await aDatabase();
  [running, folder] = await Promise.all([anApp(database), mkdtemp(join(tmpdir(), 'meridian-camera-'))]);
});

afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A film of one still picture, in the raw format (YUV4MPEG2, 4:2:0) that Chromium plays for a camera: the code on a grey table. */
function filmOf(text: string): Buffer {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const [width, height, scale] = [640, 480, 6];
  const side = (modules.size + 8) * scale;
  const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)];
  const luminance = Buffer.alloc(width * height, 110);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / scale) - 4, Math.floor(x / scale) - 4];
      const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      luminance[(top + y) * width + left + x] = inside && modules.get(row, column) === 1 ? 16 : 235;
    }
  }
  const colourless = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luminance, colourless]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`), ...Array.from({ length: 10 }, () => frame)]);
}

test('a ticket held before the camera is let in, without a hand', async () => {
  const conference = await aConference('cameras').withCity('Lyon').withRoom('Hall').build(database.source);
  await database.source.query(`UPDATE conference SET registration = 'open' WHERE id = $1`, [conference.id]);
  const [venue]: { id: string }[] = await database.source.query(`SELECT id FROM venue WHERE conference_id = $1`, [conference.id]);
  const attendee = await aPerson(running.app, [], { strong: false });
  await running.ask('PUT', '/api/conferences/cameras/registration', { venueId: venue?.id }, attendee);
  const ticket = (await running.ask('GET', '/api/conferences/cameras/ticket', undefined, attendee)).body;
  const film = join(folder, 'camera.y4m');
  await writeFile(film, filmOf(String(ticket['token'])));
  browser = await aBrowser({ args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`] });

  const staff = await aPerson(running.app, [{ role: 'stage-crew', conferenceId: conference.id, venueId: venue?.id }]);
  const visitor = await aVisitor(browser, running.url);
  const [name = '', value = ''] = staff.cookie.split('=');
  await visitor.context.addCookies([{ name, value, url: running.url }]);
  const page = await visitor.open('/cameras/door');
  await page.getByRole('button', { name: 'Open the door' }).click();
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  const verdict = page.locator('[data-testid="verdict"][data-outcome="admitted"]');
  await verdict.waitFor();
  expect(await verdict.innerText()).toContain(String(ticket['handle']));
  await page.getByRole('button', { name: 'Stop the camera' }).click();
  await page.locator('video').waitFor({ state: 'detached' });
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});
