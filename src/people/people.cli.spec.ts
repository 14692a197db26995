import { aProcess } from '../../test/support/a-process.js';
import { aWebBrowser } from '../../test/support/a-web-browser.js';
import { anApp } from '../../test/support/an-app.js';
import { aDatabase } from '../../test/support/test-database.js';

it('administrator-link prints a link that makes an administrator, once, and the one printed before no longer does', async () => {
  const database = await aDatabase();
  const house = await anApp(database);
  const print = async (): Promise<string> => {
    const command = aProcess('cli.js', { DATABASE_URL: database.url, MERIDIAN_PUBLIC_URL: 'https://tides.example' }, ['administrator-link']);
    expect([await command.ended, command.said()]).toEqual([0, expect.stringMatching(/^https:\/\/tides\.example\/welcome\/[\w-]{43}\n$/)]);
    return command.said().trim().split('/').at(-1) ?? '';
  };
  const open = async (token: string) => await aWebBrowser(house.url).ask('POST', '/api/welcome', { token, email: 'new@people.example' });
  const [earlier, later] = [await print(), await print()];
  expect((await open(earlier)).body).toMatchObject({ type: 'urn:meridian:problem:sign-in-expired' });
  expect((await open(later)).status).toBe(204);
  expect((await open(later)).body).toMatchObject({ type: 'urn:meridian:problem:sign-in-used' });
  expect(await database.source.query(`SELECT role FROM membership`)).toEqual([{ role: 'administrator' }]);
  await house.close();
  await database.drop();
});
