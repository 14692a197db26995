type Ids = ReadonlySet<string>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** As many as one request may say. */
const MOST = 2_000;

/** What this device added and took out since it and the account last agreed on `base`. */
export function changeSince(base: Ids, local: Ids): { add: string[]; remove: string[] } {
  return {
    add: [...local].filter((id) => !base.has(id) && UUID.test(id)).slice(0, MOST),
    remove: [...base].filter((id) => !local.has(id)).slice(0, MOST),
  };
}

/**
 * The bookmarks of this device after the account answered with all that it keeps. `sent` is what the device held when it
 * asked, `local` what it holds now: what was pressed meanwhile stands. What the account does not take (a session that was
 * withdrawn) stays on the device.
 */
export function mergeFollowed(base: Ids, sent: Ids, local: Ids, answer: Ids): string[] {
  const kept = [...local].filter((id) => answer.has(id) || !sent.has(id) || !base.has(id));
  const fromElsewhere = [...answer].filter((id) => !local.has(id) && !sent.has(id));
  return [...kept, ...fromElsewhere];
}
