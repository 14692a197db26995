import type { AnyBody, Answer } from './an-app.js';

/** A browser's cookies and its way of asking, without its window: `Set-Cookie` is kept and sent back as the paths say. */
export interface WebBrowser {
  ask: <T = AnyBody>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer<T>>;
  /** As it would be sent to a path. */
  cookies: (path: string) => string;
  /** Puts a cookie there, as somebody else might have. */
  plant: (name: string, value: string) => void;
}

interface Kept {
  value: string;
  path: string;
  attributes: string;
}

export function aWebBrowser(url: string): WebBrowser & { kept: ReadonlyMap<string, Kept> } {
  const kept = new Map<string, Kept>();
  const cookies = (path: string): string =>
    [...kept].filter(([, cookie]) => path.startsWith(cookie.path)).map(([name, cookie]) => `${name}=${cookie.value}`).join('; ');
  return {
    kept,
    cookies,
    plant: (name, value) => void kept.set(name, { value, path: '/', attributes: '' }),
    ask: async (method, path, body, more = {}) => {
      const headers = new Headers({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', origin: url, ...more });
      const sent = cookies(path);
      if (sent !== '') headers.set('cookie', sent);
      if (body !== undefined) headers.set('content-type', 'application/json');
      const response = await fetch(url + path, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      for (const line of response.headers.getSetCookie()) keep(kept, line);
      const text = await response.text();
      const isJson = (response.headers.get('content-type') ?? '').includes('json');
      return { status: response.status, body: isJson ? JSON.parse(text) : (text as never), headers: response.headers };
    },
  };
}

function keep(kept: Map<string, Kept>, line: string): void {
  const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? [];
  const [, path = '/'] = /path=([^;]+)/i.exec(attributes) ?? [];
  if (value === '' || /max-age=0/i.test(attributes)) kept.delete(name);
  else kept.set(name, { value, path, attributes });
}
