import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Columns by which Fastify indents a route below the one that it continues. */
const INDENT = 4;

/** Every route that the running application answers, from Fastify's own tree: `GET /api/conferences/:slug`. HEAD goes with GET. */
export function listRoutes(app: NestFastifyApplication): string[] {
  const printed: string = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  const routes = printed.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (part === '') return [];
    const depth = indent.length / INDENT;
    above.length = depth;
    // a wildcard at the top is printed without the slash
    const path = `/${above.join('') + part}`.replace(/^\/\//, '/');
    above.push(part);
    return (methods ?? '').split(', ').filter((method) => !['', 'HEAD', 'OPTIONS'].includes(method)).map((method) => `${method} ${path}`);
  });
  return [...new Set(routes)].sort();
}
