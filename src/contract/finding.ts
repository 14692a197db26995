import { z } from 'zod';

/** A finding of the rules of placement as it is told: rules/finding.ts says what the facts of each code are. */
export const ToldFinding = z.object({
  code: z.string(),
  severity: z.enum(['blocking', 'waived', 'warning']),
  sessions: z.array(z.string()),
  facts: z.record(z.string(), z.unknown()),
});
export type ToldFinding = z.infer<typeof ToldFinding>;
