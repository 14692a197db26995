import type { Agenda } from '../../src/contract/agenda.js';
import type { LiveChange, RevisionReceipt, SessionDetails, SessionPatch } from '../../src/contract/agenda-requests.js';
import type { Revision } from '../../src/contract/changes.js';

/** Where a running server is asked, and by which right. */
export interface Asked {
  url: string;
  /** The administrator's. */
  token: string;
}

/** The administrator, who changes a conference over the API of a running server. Each request throws with what was answered when it is refused. */
export interface Administrator {
  /** Resolves when the server has answered, so that the change is in the database. */
  change: (change: LiveChange) => Promise<Revision>;
  edit: (sessionId: string, patch: SessionPatch) => Promise<SessionDetails>;
  /** Publishes the draft; null where it was published already. */
  release: () => Promise<Revision | null>;
  /** What the server says the agenda is. */
  agenda: () => Promise<Agenda>;
  /** Any other request, below `/api/conferences/SLUG`. */
  ask: <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<T>;
}

export function anAdministrator(server: Asked, slug: string): Administrator {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    await askAsAdministrator<T>(server, method, `/api/conferences/${slug}${path}`, body);
  return {
    change: async (change) => {
      const { revision } = await ask<RevisionReceipt>('POST', '/live-changes', change);
      if (revision === null) throw new Error(`nothing changed by ${JSON.stringify(change)}`);
      return revision;
    },
    edit: async (sessionId, patch) => await ask('PATCH', `/sessions/${sessionId}`, patch),
    release: async () => (await ask<RevisionReceipt>('POST', '/releases', {})).revision,
    agenda: async () => await ask('GET', '/agenda'),
    ask,
  };
}

export async function askAsAdministrator<T>({ url, token }: Asked, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
