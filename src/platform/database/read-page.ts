import type { DataSource, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { And, FindOperator, MoreThan } from 'typeorm';
import type { Page, PageQuery } from '../../contract/page.js';

/** One page of a table in the order of its keys (uuid v7: oldest first), read by the last key of the page before. */
export async function readPage<E extends ObjectLiteral & { id: string }>(
  source: DataSource,
  entity: EntityTarget<E>,
  where: FindOptionsWhere<E>,
  query: PageQuery,
): Promise<Page<E>> {
  const rows = await source.manager.find(entity, {
    where: query.after === undefined ? where : { ...where, id: after(query.after, where.id) as never },
    order: { id: 'ASC' } as never,
    take: query.limit + 1,
  });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items,
    total: await source.manager.count(entity, { where }),
    next: rows.length > query.limit && last !== undefined ? last.id : null,
  };
}

/** Beside what is asked of the key already: a list that is filtered by its keys stays so on every page. */
function after(key: string, asked: unknown): FindOperator<string> {
  return asked instanceof FindOperator ? And(asked as FindOperator<string>, MoreThan(key)) : MoreThan(key);
}
