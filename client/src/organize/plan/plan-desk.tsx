import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '@contract/board.js';
import type { LastPlanRun, NewPlanRun, PlanRun } from '@contract/plan-runs.js';
import { indexBoard } from '../board/model/board-index.js';
import styles from './plan.module.css';
import { boardKey, isGoing, lastRunKey, startRun, stopRun } from './plan-requests.js';
import { PlanResult } from './plan-result.js';
import { PlanRunning } from './plan-running.js';
import { StartForm } from './start-form.js';

interface Props {
  slug: string;
  board: Board;
  run: PlanRun | null;
}

/** What there is to do now: to start a run, to wait for it, or to look at what it found. */
export function PlanDesk({ slug, board, run }: Props) {
  const client = useQueryClient();
  const index = useMemo(() => indexBoard(board), [board]);
  /** The run whose result was put aside to start another. */
  const [aside, setAside] = useState<string | null>(null);
  const show = (next: PlanRun): void => void client.setQueryData(lastRunKey(slug), { run: next } satisfies LastPlanRun);
  const start = async (wanted: NewPlanRun): Promise<void> => show(await startRun(slug, wanted));
  const phase = isGoing(run) ? 'running' : run !== null && run.outcome !== null && run.id !== aside ? 'result' : 'start';
  const going = phase === 'running' ? run!.id : null;
  const area = useRef<HTMLDivElement>(null);
  const before = useRef(phase);

  // while a run went on, others worked on the draft
  useEffect(() => () => {
    if (going !== null) void client.invalidateQueries({ queryKey: boardKey(slug) });
  }, [going, client, slug]);
  // what was pressed is gone with its phase: the keyboard goes on in the next one
  useEffect(() => {
    if (before.current !== phase) area.current?.focus();
    before.current = phase;
  }, [phase]);

  return (
    <div ref={area} tabIndex={-1} className={styles.desk}>
      {phase === 'running' && run !== null && <PlanRunning run={run} onStop={async (keep) => show(await stopRun(slug, run.id, keep))} />}
      {phase === 'result' && run?.outcome && (
        <PlanResult
          key={run.id} slug={slug} index={index} run={run} outcome={run.outcome} onAgain={async () => await start(run.wanted)} onOther={() => setAside(run.id)}
          onTaken={(isTaken) => {
            show({ ...run, state: isTaken ? 'taken' : 'done' });
            void client.invalidateQueries({ queryKey: boardKey(slug) });
          }}
        />
      )}
      {phase === 'start' && <StartForm key={run?.id} slug={slug} index={index} last={run} onStart={start} />}
    </div>
  );
}
