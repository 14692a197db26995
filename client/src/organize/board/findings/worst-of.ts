import type { Finding } from '@rules/finding.js';

/** The worst that has not been waived; null where nothing is in the way. */
export function worstOf(findings: readonly Finding[]): 'blocking' | 'warning' | null {
  if (findings.some(({ severity }) => severity === 'blocking')) return 'blocking';
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : null;
}

/** The worst of each session that any finding concerns. */
export function worstBySession(findings: readonly Finding[]): ReadonlyMap<string, 'blocking' | 'warning'> {
  const worst = new Map<string, 'blocking' | 'warning'>();
  for (const { severity, sessions } of findings) {
    if (severity === 'waived') continue;
    for (const id of sessions) if (severity === 'blocking' || !worst.has(id)) worst.set(id, severity);
  }
  return worst;
}
