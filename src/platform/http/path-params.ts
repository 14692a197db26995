import { z } from 'zod';
import { Slug } from '../../contract/scalars.js';

/** Parameters in an address. A malformed id is a problem of the request, not of the database. */
export const ConferencePath = z.object({ slug: Slug });
export type ConferencePath = z.infer<typeof ConferencePath>;

export const RowPath = z.object({ slug: Slug, id: z.uuid({ error: 'This id is not well-formed.' }) });
export type RowPath = z.infer<typeof RowPath>;
