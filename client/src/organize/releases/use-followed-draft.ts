import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReleasePreview } from '@contract/releases.js';
import { catchUpEdits } from '@rules/catch-up.js';
import { followBoard } from '../board/store/board-socket.js';
import { previewKey, useReadAnew, usePreview } from './use-releases.js';

/**
 * Reads the preview anew, and all that is shown beside it, as soon as anybody edits the draft; also what was missed
 * without a network. A reading that is asked for while another runs comes after it: many edits at once are read twice,
 * not many times.
 */
export function useFollowedDraft(slug: string): void {
  const client = useQueryClient();
  const readAnew = useReadAnew(slug);
  const isRead = usePreview(slug).data !== undefined;

  useEffect(() => {
    if (!isRead) return;
    let heard = 0;
    const held = (): number => Math.max(heard, client.getQueryData<ReleasePreview>(previewKey(slug))?.edit ?? 0);
    const read = oneAfterAnother(readAnew);
    const line = followBoard(slug, {
      held,
      take: (edits) => {
        const next = catchUpEdits(held(), edits);
        if (next === null) return false;
        heard = next.at(-1)?.edit ?? heard;
        if (next.length > 0) void read();
        return true;
      },
      readAnew: async () => {
        await read();
        return client.getQueryState(previewKey(slug))?.status === 'success';
      },
      caughtUp: () => undefined,
      lost: () => undefined,
      pointed: () => undefined,
    });
    return () => line.close();
  }, [client, readAnew, slug, isRead]);
}

/** Runs once more after the run that is under way, however often it is asked meanwhile. */
function oneAfterAnother(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const runAll = async (): Promise<void> => {
    while (again) {
      again = false;
      await run();
    }
  };
  return async () => {
    again = true;
    running ??= runAll().finally(() => {
      running = null;
    });
    await running;
  };
}
