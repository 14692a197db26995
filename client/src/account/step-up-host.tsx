import { lazy, Suspense, useSyncExternalStore } from 'react';
import { isStepUpWanted, onStepUp } from './step-up.js';

// wanted by staff only, now and then
const StepUpDialog = lazy(async () => ({ default: (await import('./step-up-dialog.js')).StepUpDialog }));

/** Stands once in the application, and shows the dialog whenever a request wants the second factor. */
export function StepUpHost() {
  const wanted = useSyncExternalStore(onStepUp, isStepUpWanted);
  return wanted ? (
    <Suspense>
      <StepUpDialog />
    </Suspense>
  ) : null;
}
