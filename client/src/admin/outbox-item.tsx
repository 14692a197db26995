import { useTranslation } from 'react-i18next';
import type { OutboxMail } from '@contract/outbox.js';
import styles from '../account/account.module.css';
import { Moment } from '../account/moment.js';
import { useCopy } from '../attend/use-copy.js';
import { Badge, type Tone } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import own from './outbox-item.module.css';

const TONES: Readonly<Record<OutboxMail['state'], Tone>> = { waiting: 'accent', failed: 'live', sent: 'neutral' };

/** One mail; opened as long as it waits. */
export function OutboxItem({ mail: { template, state, createdAt, tries, error, mail } }: { mail: OutboxMail }) {
  const { t } = useTranslation('notices');
  const copy = useCopy();
  const link = mail === null ? null : (/https?:\/\/\S+/.exec(mail.text)?.[0] ?? null);
  return (
    <li className={`${styles.item} ${own.mail}`}>
      <span className={styles.what}>
        <strong dir="auto">{mail?.subject ?? t(state === 'sent' ? 'outbox.forgotten' : 'outbox.unreadable', { template })}</strong>
        <span className={styles.note}>
          {mail !== null && (
            <>
              <bdi dir="ltr">{mail.to}</bdi>
              {' · '}
            </>
          )}
          <Moment at={createdAt} />
          {error !== null && ` · ${t('outbox.error', { error, count: tries })}`}
        </span>
      </span>
      <Badge tone={TONES[state]}>{t(`outbox.state.${state}`)}</Badge>
      {link !== null && (
        <Button icon="copy" onPress={() => copy(link)}>
          {t('outbox.copyLink')}
        </Button>
      )}
      {mail !== null && (
        <details className={own.details}>
          <summary>{t('outbox.text')}</summary>
          <pre dir="auto" className={own.text}>
            {mail.text}
          </pre>
        </details>
      )}
    </li>
  );
}
