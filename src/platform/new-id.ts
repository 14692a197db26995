import { v7 } from 'uuid';

/** A new key: uuid v7, so that keys of later rows sort after earlier ones. The caller says whose key it is. */
export function newId<Id extends string>(): Id {
  return v7() as Id;
}
