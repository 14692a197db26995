import type { InputRole } from '@contract/streams.js';
import type { StageView } from './stage-view.js';

/** Something that the director should look at now. */
export interface Alert {
  /** Another one each time that it happens. */
  key: string;
  /** A path that sent and no longer does; a stage that shows the slate, and nobody wanted that. */
  about: 'lost' | 'slate';
  role?: InputRole;
  stage: StageView;
}

/** What is wrong at this moment, stage by stage: what the audience sees first, then what it may see next. */
export function alertsOf(stages: readonly StageView[]): Alert[] {
  return stages.flatMap((stage): Alert[] => {
    const slate: Alert[] = stage.state === 'slate' && stage.choice !== 'slate' ? [{ key: `${stage.id} slate`, about: 'slate', stage }] : [];
    const lost = stage.paths.filter(({ health }) => health === 'lost').map(({ role, figures }): Alert => ({ key: `${stage.id} ${role} ${figures?.since ?? ''}`, about: 'lost', role, stage }));
    return [...slate, ...lost];
  });
}
