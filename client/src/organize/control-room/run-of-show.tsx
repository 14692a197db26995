import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '@contract/ids.js';
import type { HandOver } from '@contract/streams.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import { textOf, type FormValues } from '../fields/field-spec.js';
import { FormDialog } from '../form-dialog.js';
import { sayWhyNot } from '../say-why-not.js';
import { planAgain, replan, showNow } from './model/show.js';
import styles from './programme.module.css';
import type { Directing } from './use-directing.js';

interface Props {
  items: readonly HandOver[];
  now: number;
  placeOf: (channelId: string | null) => { name: string; zone: string };
  /** To which the programme can go. */
  stages: readonly { id: string; name: string }[];
  /** On whose clocks a time is chosen: IANA. */
  zone: string;
  /** Undefined where the reader plans nothing. */
  plan: Directing['plan'] | undefined;
}

/** Stands in the form for the slate: a choice has words. */
const SLATE = 'slate';
/** Milliseconds from now at which a new one begins, on a full minute. */
const SOON = 10 * 60_000;

/** When the programme goes where: what it shows now, and what is to come. */
export function RunOfShow({ items, now, placeOf, stages, zone, plan }: Props) {
  const { t } = useTranslation('controlRoom');
  const { t: tOrganize } = useTranslation('organize');
  const format = useFormat();
  const [edited, setEdited] = useState<HandOver | 'new' | null>(null);
  const { current, coming } = showNow(items, now);
  const shown = [...(current === null ? [] : [current]), ...coming];

  const write = async (change: Parameters<typeof replan>[2], said: string): Promise<void> => {
    await plan?.(replan(items, Date.now(), change), said, () => planAgain(items, Date.now()));
  };
  const submit = async ({ at, to }: FormValues): Promise<void> => {
    const added = { at: textOf(at), to: to === SLATE ? null : (textOf(to) as ChannelId) };
    const name = placeOf(added.to).name;
    if (edited === 'new') await write({ added }, t('did.planned', { stage: name }));
    else await write({ added, gone: edited?.id }, t('did.moved', { stage: name }));
  };
  const blank = { to: stages[0]?.id ?? SLATE, at: new Date(Math.ceil((now + SOON) / 60_000) * 60_000).toISOString() };
  return (
    <section className={styles.show} aria-labelledby="run-of-show">
      <div className={styles.showHead}>
        <h2 id="run-of-show">{t('show.title')}</h2>
        {plan !== undefined && <Button icon="plus" onPress={() => setEdited('new')}>{t('show.add')}</Button>}
      </div>
      {shown.length === 0 ? <p className={styles.muted}>{t('show.empty')}</p> : (
        <ol>
          {shown.map((item) => {
            const { name, zone: own } = placeOf(item.to);
            const isNow = item === current;
            const named = { stage: name, time: `${format.time(Date.parse(item.at), own)} ${format.zoneName(own, Date.parse(item.at))}` };
            return (
              <li key={item.id} aria-current={isNow ? 'true' : undefined}>
                <span className={styles.item}>
                  <bdi>{name}</bdi>
                  <span className={styles.muted}><Time instant={Date.parse(item.at)} zone={own} withDay /></span>
                </span>
                {isNow && <Badge tone="live" icon="now">{t('show.now')}</Badge>}
                {item === coming[0] && <Badge tone="accent" icon="clock">{t('show.next')}</Badge>}
                {!isNow && plan !== undefined && (
                  <>
                    <IconButton icon="clock" label={t('show.move', named)} onPress={() => setEdited(item)} />
                    <IconButton icon="close" label={t('show.remove', named)} onPress={() => void write({ gone: item.id }, t('did.removed', { stage: name })).catch((error: unknown) => sayWhyNot(error, tOrganize('form.notSent')))} />
                  </>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {edited !== null && (
        <FormDialog
          title={edited === 'new' ? t('show.add') : t('show.change')}
          fields={() => [
            { kind: 'choice', name: 'to', label: t('show.to'), choices: [...stages.map(({ id, name }) => ({ value: id, label: name })), { value: SLATE, label: t('programme.slate') }] },
            { kind: 'instant', name: 'at', label: t('show.at'), zone },
          ]}
          initial={edited === 'new' ? blank : { to: edited.to ?? SLATE, at: edited.at }}
          submitLabel={edited === 'new' ? t('show.add') : tOrganize('form.save')}
          onClose={() => setEdited(null)}
          onSubmit={submit}
        />
      )}
    </section>
  );
}
