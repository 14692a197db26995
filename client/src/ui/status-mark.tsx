import type { ReactNode } from 'react';
import { Badge, type Tone } from './badge.js';
import type { IconName } from './icon.js';

export type Status = 'live' | 'cancelled' | 'moved' | 'delayed' | 'changed' | 'new' | 'waived' | 'ended' | 'ok' | 'working' | 'offline';

/** Each status has a colour AND a shape; the word is given by who uses it. */
const LOOKS: Readonly<Record<Status, { tone: Tone; icon: IconName }>> = {
  live: { tone: 'live', icon: 'now' },
  cancelled: { tone: 'bad', icon: 'close' },
  moved: { tone: 'changed', icon: 'arrow' },
  delayed: { tone: 'warn', icon: 'clock' },
  changed: { tone: 'changed', icon: 'alert' },
  new: { tone: 'ok', icon: 'plus' },
  waived: { tone: 'neutral', icon: 'waived' },
  ended: { tone: 'neutral', icon: 'check' },
  ok: { tone: 'ok', icon: 'check' },
  working: { tone: 'warn', icon: 'clock' },
  offline: { tone: 'bad', icon: 'alert' },
};

export function StatusMark({ status, children }: { status: Status; children: ReactNode }) {
  const look = LOOKS[status];
  return (
    <Badge tone={look.tone} icon={look.icon}>
      {children}
    </Badge>
  );
}
