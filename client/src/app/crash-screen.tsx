import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';

/** Shown in place of a page that failed to draw: an old page whose files the server no longer has, or a mistake of ours. */
export class CrashScreen extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <main>
        <EmptyState
          icon="alert"
          title={i18next.t('app.crashTitle')}
          actions={
            <Button look="strong" onPress={() => location.reload()}>
              {i18next.t('app.reload')}
            </Button>
          }
        >
          {i18next.t('app.crashText')}
        </EmptyState>
      </main>
    );
  }
}
