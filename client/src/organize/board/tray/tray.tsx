import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/link-button.js';
import { MultiSelect } from '../../../ui/multi-select.js';
import { SearchField } from '../../../ui/search-field.js';
import { useFormat } from '../../../ui/use-format.js';
import type { BoardEntry, BoardIndex } from '../model/board-index.js';
import { EVERYTHING, filterTray, type TrayFilter } from './filter-tray.js';
import { TrayItem } from './tray-item.js';
import styles from './tray.module.css';

interface Props {
  slug: string;
  index: BoardIndex;
  selected: ReadonlySet<string>;
  carried: ReadonlySet<string>;
}

/** Pixels; the same in the style sheet. */
const ITEM = 62;

/** The sessions that have no slot yet, to be searched and picked from. */
export const Tray = memo(function Tray({ slug, index, selected, carried }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState(EVERYTHING);
  const asked = useDeferredValue(filter);
  const entries = useMemo(() => filterTray(index.tray, asked), [index.tray, asked]);
  const virtual = useVirtualizer({ count: entries.length, getScrollElement: () => list.current, estimateSize: () => ITEM, overscan: 6 });
  const [active, setActive] = useState<string | null>(null);
  const activeId = entries.some(({ session }) => session.id === active) ? active : (entries[0]?.session.id ?? null);
  const goTo = (position: number): void => {
    const entry = entries[Math.max(0, Math.min(entries.length - 1, position))];
    if (entry === undefined) return;
    setActive(entry.session.id);
    virtual.scrollToIndex(entries.indexOf(entry));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-session="${entry.session.id}"] button`)?.focus());
  };
  return (
    <section className={styles.tray} data-tray aria-labelledby="tray-title">
      <header className={styles.head}>
        <h2 id="tray-title" className={styles.title}>
          {t('tray.title')} <span className={styles.count}>{format.number(index.tray.length)}</span>
        </h2>
        <SearchField label={t('tray.search')} placeholder={t('tray.search')} clearLabel={t('tray.clear')} value={filter.text} onChange={(text) => setFilter({ ...filter, text })} />
        {index.tray.length > 0 && index.board.mayMove?.length !== 0 && <LinkButton icon="grid" look="quiet" href={`/${slug}/organize/plan`}>{t('tray.fill')}</LinkButton>}
        <Filters entries={index.tray} filter={filter} onChange={setFilter} />
      </header>
      <div
        ref={list} className={styles.list}
        onFocus={(event) => setActive(event.target.closest<HTMLElement>('[data-session]')?.dataset.session ?? active)}
        onKeyDown={(event) => {
          const here = entries.findIndex(({ session }) => session.id === activeId);
          const keys: Partial<Record<string, number>> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: entries.length - 1 };
          const position = keys[event.key];
          if (position === undefined || event.defaultPrevented) return;
          event.preventDefault();
          goTo(position);
        }}
      >
        {entries.length === 0 ? (
          <p className={styles.empty}>{t(index.tray.length === 0 ? 'tray.allPlaced' : 'tray.noneFound')}</p>
        ) : (
          <ul className={styles.items} style={{ height: virtual.getTotalSize() }} aria-label={t('tray.title')}>
            {virtual.getVirtualItems().map(({ index: position, start }) => {
              const entry = entries[position]!;
              return (
                <TrayItem
                  key={entry.session.id} entry={entry} top={start} position={position} count={entries.length} selected={selected.has(entry.session.id)}
                  carried={carried.has(entry.session.id)} tabStop={entry.session.id === activeId}
                />
              );
            })}
          </ul>
        )}
      </div>
      <p className={styles.foot}>{t('tray.dropHere')}</p>
    </section>
  );
});

function Filters({ entries, filter, onChange }: { entries: readonly BoardEntry[]; filter: TrayFilter; onChange: (filter: TrayFilter) => void }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const options = useMemo(() => {
    const tracks = new Map(entries.flatMap(({ track }) => (track === null ? [] : [[track.id as string, { key: track.id, label: track.name, colour: track.colour }] as const])));
    const speakers = new Map(entries.flatMap((entry) => entry.speakers.map(({ id, name }) => [id as string, { key: id, label: name }] as const)));
    const languages = [...new Set(entries.flatMap(({ session }) => session.language ?? []))].map((key) => ({ key, label: format.language(key) }));
    const kinds = [...new Set(entries.map(({ session }) => session.kind))].map((key) => ({ key: key, label: t(`kind.${key}`) }));
    const sorted = <T extends { label: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => format.compare(a.label, b.label));
    return { tracks: sorted([...tracks.values()]), languages: sorted(languages), speakers: sorted([...speakers.values()]), kinds: sorted(kinds) };
  }, [entries, format, t]);
  return (
    <div className={styles.filters}>
      {(['tracks', 'kinds', 'languages', 'speakers'] as const).map((what) => options[what].length > 1 && (
        <MultiSelect
          key={what} label={t(`tray.${what}`)} searchLabel={t('tray.search')} clearLabel={t('tray.clear')} emptyLabel={t('tray.noneFound')}
          options={options[what]} selected={filter[what]} onChange={(chosen) => onChange({ ...filter, [what]: chosen })}
        />
      ))}
    </div>
  );
}
