import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewRequest, RipplePreview } from '@contract/live-day.js';
import { RequestRefused } from '../../account/ask-api.js';
import { UnfitRequest, useDesk } from './desk.js';

export type PreviewState =
  | { phase: 'none' }
  | { phase: 'working'; before: RipplePreview | null }
  | { phase: 'ready'; request: PreviewRequest; preview: RipplePreview }
  | { phase: 'refused'; words: string };

/** What follows from a request, worked out anew when it or the agenda changes. `show` puts another in its place. */
export function usePreview(request: PreviewRequest | null): { state: PreviewState; show: (request: PreviewRequest, preview: RipplePreview) => void; wordsFor: (error: unknown) => string } {
  const { t } = useTranslation('liveDay');
  const desk = useDesk();
  const [state, setState] = useState<PreviewState>({ phase: 'none' });
  const asked = useRef(0);
  // asked again only where the agenda that it is worked out on is another
  const held = useRef(desk);
  held.current = desk;
  const key = request === null ? null : `${desk.agenda.revision} ${JSON.stringify(request)}`;

  const wordsFor = (error: unknown): string => {
    if (error instanceof UnfitRequest) return t(`unfit.${error.reason}`);
    return error instanceof RequestRefused && error.problem !== null ? error.problem.detail : t('notSent');
  };
  const say = useRef(wordsFor);
  say.current = wordsFor;

  useEffect(() => {
    const turn = ++asked.current;
    if (request === null) {
      setState({ phase: 'none' });
      return;
    }
    setState((before) => ({ phase: 'working', before: before.phase === 'ready' ? before.preview : null }));
    held.current.preview(request).then(
      (preview) => asked.current === turn && setState({ phase: 'ready', request, preview }),
      (error: unknown) => asked.current === turn && setState({ phase: 'refused', words: say.current(error) }),
    );
    // `key` says when the request is another one; its identity does not
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  const show = (shown: PreviewRequest, preview: RipplePreview): void => {
    asked.current += 1;
    setState({ phase: 'ready', request: shown, preview });
  };
  return { state, show, wordsFor };
}
