import { z } from 'zod';

/** Lists that grow are read in pages, by the last key of the page before. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.uuid({ error: 'Give the `next` of the page before.' }).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.number().int(),
    /** Pass it as `after` to read on; null on the last page. */
    next: z.string().nullable(),
  });
export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}
