import type { Browser, Locator, Page } from 'playwright-core';
import type { Board } from '../../src/contract/board.js';
import type { BuiltConference } from './a-conference.js';
import type { Person } from './a-person.js';
import { aVisitor, type Device, type Visitor } from './a-visitor.js';
import type { RunningServer } from './running-server.js';

/** A place on the board: a room by its name, and the time on its city's clock, `10:00`. */
export interface Spot {
  room: string;
  at: string;
}

/** Somebody's open board, by pointer and by keyboard. Sessions and rooms go by their names. */
export interface BoardAtWork {
  page: Page;
  visitor: Visitor;
  /** A session's block on the board, or its item in the tray. */
  session: (title: string) => Locator;
  /** Picks a session up with the mouse and carries it there, without letting go. */
  carry: (title: string, to: Spot) => Promise<void>;
  /** The same where it may not stand. */
  carryOver: (title: string, to: Spot) => Promise<void>;
  drop: () => Promise<void>;
  /** What the rules say about where it is carried. */
  verdict: Locator;
  /** Picks up what has the focus and carries it there with the arrow keys, without letting go. */
  carryByKeys: (to: Spot) => Promise<void>;
  /** Resolves when the server has all that was done. */
  saved: () => Promise<void>;
  close: () => Promise<void>;
}

/** @param opening when and for how long the session `Opening` is held, on its city's clock: places are measured from it */
export async function aBoardAtWork(
  browser: Browser, server: RunningServer, conference: BuiltConference, person: Person, device: Device = {}, opening = { at: '10:00', minutes: 45 },
): Promise<BoardAtWork> {
  const visitor = await aVisitor(browser, server.url, device);
  const [name, value] = person.cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name, value, url: server.url }]);
  const page = await visitor.open(`/${conference.slug}/organize/board`, 'there');
  const sync = page.getByTestId('board-sync');
  const saved = async (): Promise<void> => await page.locator('[data-testid="board-sync"][data-state="saved"]').waitFor();
  await sync.waitFor();
  await saved();
  const session = (title: string): Locator => page.locator(`[data-session="${conference.sessions[title]}"] button`).first();
  const verdict = page.getByTestId('verdict');

  /** Where a place is in the window. */
  const point = async ({ room, at }: Spot): Promise<{ x: number; y: number }> => {
    const block = await boxOf(page.locator(`[data-plane] [data-session="${conference.sessions['Opening']}"]`));
    const row = await boxOf(page.locator(`[data-room="${conference.rooms[room]}"]`));
    return { x: block.x + (minutesOf(at) - minutesOf(opening.at)) * (block.width / opening.minutes), y: row.y + row.height / 2 };
  };
  const carryOver = async (title: string, to: Spot): Promise<void> => {
    // not before what lies over it is gone: a dialog that was just closed
    const { height } = await boxOf(session(title));
    await session(title).hover({ position: { x: HOLD, y: height / 2 } });
    const from = await boxOf(session(title));
    const target = await point(to);
    // not at its ends, where it is made longer or shorter; what comes from the tray is held by its beginning
    const hold = (await page.locator(`[data-plane] [data-session="${conference.sessions[title]}"]`).count()) > 0 ? HOLD : 3;
    await page.mouse.down();
    await page.mouse.move(from.x + HOLD + 9, from.y + from.height / 2, { steps: 3 });
    // at once: on the way from the tray it would come by the board's edge, where a pointer that rests pushes the board along
    await page.mouse.move(target.x + hold, target.y);
  };
  return {
    page, visitor, session, verdict, saved, carryOver,
    carry: async (title, to) => {
      await carryOver(title, to);
      await verdict.getByText(to.at).first().waitFor();
    },
    drop: async () => await page.mouse.up(),
    carryByKeys: async ({ room, at }) => {
      await page.keyboard.press('Enter');
      await verdict.waitFor();
      const rooms = Object.keys(conference.rooms);
      const here = async (): Promise<string> => await verdict.innerText();
      // down to the last room and up again: one of them is it
      await walk(
        async () => new RegExp(`, ${room}$`, 'm').test(await here()),
        async (n) => await page.keyboard.press(n < rooms.length ? 'ArrowDown' : 'ArrowUp'),
        rooms.length * 2,
      );
      const wanted = minutesOf(at);
      const minutesNow = async (): Promise<number> => {
        const [, h = '0', m = '0'] = /(\d\d):(\d\d)/.exec(await here()) ?? [];
        return Number(h) * 60 + Number(m);
      };
      for (let away = wanted - (await minutesNow()); away !== 0; away = wanted - (await minutesNow())) {
        if (Math.abs(away) >= 60) await page.keyboard.press(away > 0 ? 'PageDown' : 'PageUp');
        else await page.keyboard.press(away > 0 ? 'ArrowRight' : 'ArrowLeft');
      }
    },
    close: async () => await visitor.close(),
  };
}

/** Where the server's draft has a session: room and start; null: in the tray. */
export async function draftOf(server: RunningServer, conference: BuiltConference, title: string): Promise<{ room: string; startsAt: string; endsAt: string; waiver: string | null } | null> {
  const response = await fetch(`${server.url}/api/conferences/${conference.slug}/board`, { headers: { authorization: `Bearer ${server.token}` } });
  const board = (await response.json()) as Board;
  const slot = board.sessions.find(({ id }) => id === conference.sessions[title])?.slot ?? null;
  if (slot === null) return null;
  const room = Object.entries(conference.rooms).find(([, id]) => id === slot.roomId)?.[0] ?? '';
  return { room, startsAt: slot.startsAt, endsAt: slot.endsAt, waiver: slot.waiver };
}

/** Pixels from its start at which a session is taken hold of. */
const HOLD = 16;

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not in the page');
  return box;
}

async function walk(isThere: () => Promise<boolean>, step: (n: number) => Promise<void>, most: number): Promise<void> {
  for (let n = 0; n < most; n += 1) {
    if (await isThere()) return;
    await step(n);
  }
  throw new Error('the keys did not lead there');
}
