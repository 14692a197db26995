import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, FindingCode } from '@rules/finding.js';
import { Button } from '../../../ui/button.js';
import { Select } from './select.js';
import { ToggleGroup } from '../../../ui/toggle-group.js';
import { useFormat } from '../../../ui/use-format.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import type { BoardEntry, BoardIndex } from '../model/board-index.js';
import type { BoardActions } from '../use-board-actions.js';
import { Panel } from './panel.js';
import styles from './panels.module.css';

interface Props {
  index: BoardIndex;
  findings: readonly Finding[];
  words: FindingWords;
  actions: BoardActions;
  onGoTo: (sessionId: string) => void;
  onClose: () => void;
}

type Shown = 'blocking' | 'warning' | 'waivers';
/** So many at once: a list of thousands helps no one, and is slow. */
const MOST = 100;

/** All that the rules find on the board, and what was waived. Each leads to its session. */
export function FindingsPanel({ index, findings, words, actions, onGoTo, onClose }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const waivers = useMemo(() => [...index.byId.values()].filter(({ session }) => session.slot?.waiver != null), [index]);
  const [shown, setShown] = useState<Shown>(blocking.length > 0 ? 'blocking' : 'warning');
  const [code, setCode] = useState<FindingCode | ''>('');
  const listed = shown === 'blocking' ? blocking : warnings;
  const codes = [...new Set(listed.map((finding) => finding.code))];
  const asked = listed.filter((finding) => code === '' || !codes.includes(code) || finding.code === code);
  const label = (words_: string, count: number): string => `${words_} ${format.number(count)}`;
  return (
    <Panel title={t('findings.title')} onClose={onClose}>
      <ToggleGroup
        label={t('findings.show')} value={shown} onChange={setShown}
        options={[
          { key: 'blocking', label: label(t('findings.blocking'), blocking.length) }, { key: 'warning', label: label(t('findings.warnings'), warnings.length) },
          { key: 'waivers', label: label(t('findings.waivers'), waivers.length) },
        ]}
      />
      {shown === 'waivers' ? <Waivers entries={waivers} actions={actions} onGoTo={onGoTo} /> : (
        <>
          {codes.length > 1 && (
            <Select label={t('findings.rule')} value={code} onChange={(value) => setCode(value as FindingCode | '')}
              options={[{ key: '', label: t('findings.allRules') }, ...codes.map((key) => ({ key, label: t(`rule.${key}`) }))]}
            />
          )}
          {asked.length === 0 && <p className={styles.muted}>{t(shown === 'blocking' ? 'findings.noBlocking' : 'findings.noWarnings')}</p>}
          <ul className={styles.rows} aria-label={t('findings.title')}>
            {asked.slice(0, MOST).map((finding, n) => {
              // by start: the later one is the one to move
              const about = finding.sessions.at(-1);
              return (
                <li key={`${finding.code} ${finding.sessions.join()} ${n}`}>
                  <button type="button" className={styles.row} data-severity={finding.severity} onClick={() => about !== undefined && onGoTo(about)}>
                    <bdi className={styles.rowTitle}>{index.byId.get(about ?? '')?.session.title}</bdi>
                    <span>{words(finding, about)}</span>
                  </button>
                </li>
              );
            })}
          </ul>
          {asked.length > MOST && <p className={styles.muted}>{t('findings.more', { count: asked.length - MOST, formatted: format.number(asked.length - MOST) })}</p>}
        </>
      )}
    </Panel>
  );
}

function Waivers({ entries, actions, onGoTo }: { entries: readonly BoardEntry[]; actions: BoardActions; onGoTo: (sessionId: string) => void }) {
  const { t } = useTranslation('board');
  if (entries.length === 0) return <p className={styles.muted}>{t('findings.noWaivers')}</p>;
  return (
    <ul className={styles.rows} aria-label={t('findings.waivers')}>
      {entries.map((entry) => (
        <li key={entry.session.id} className={styles.row}>
          <button type="button" className={styles.link} onClick={() => onGoTo(entry.session.id)}><bdi className={styles.rowTitle}>{entry.session.title}</bdi></button>
          <blockquote className={styles.quote}><bdi>{entry.session.slot?.waiver}</bdi></blockquote>
          <span className={styles.buttons}><Button onPress={() => actions.waive(entry, null)}>{t('waive.lift')}</Button></span>
        </li>
      ))}
    </ul>
  );
}
