import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseSummary } from '@contract/agenda-requests.js';
import { useCopy } from '../../../attend/use-copy.js';
import { LANGUAGES, type Language } from '../../../i18n/languages.js';
import { textsIn } from '../../../i18n/texts-in.js';
import { useLiveAgenda } from '../../../live/live-agenda.js';
import { Button } from '../../../ui/button.js';
import { formatFor, localeFor } from '../../../ui/format.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { ToggleGroup } from '../../../ui/toggle-group.js';
import organize from '../../organize.module.css';
import styles from '../releases.module.css';
import { changelogText } from './changelog-text.js';
import type { GroupedChanges } from './group-changes.js';
import type { Naming } from './use-naming.js';

interface Props {
  release: ReleaseSummary;
  grouped: GroupedChanges;
  naming: Naming;
}

/** What a release changed as text to copy, in each language of the pages; first in the reader's. */
export function Changelog({ release, grouped, naming }: Props) {
  const { t, i18n } = useTranslation('releases');
  const { agenda } = useLiveAgenda();
  const copy = useCopy();
  const [tag, setTag] = useState<Language['tag']>(i18n.language as Language['tag']);
  const language = LANGUAGES.find((one) => one.tag === tag) ?? LANGUAGES[0];
  const texts = useQuery({ queryKey: ['texts', language.tag, 'releases'], queryFn: async () => ({ t: await textsIn(language, 'releases') }), staleTime: Infinity });
  const told = { number: release.number, at: Date.parse(release.at), zone: agenda.conference.zone, note: release.note };
  const text = texts.data === undefined ? null : changelogText(told, grouped, { t: texts.data.t, format: formatFor(localeFor(language.tag, navigator.languages)), naming });
  return (
    <section className={organize.section}>
      <div className={organize.head}>
        <h2>{t('changelog.title')}</h2>
        <div className={organize.buttons}>
          <ToggleGroup label={t('changelog.language')} options={LANGUAGES.map((one) => ({ key: one.tag, label: one.name }))} value={language.tag} onChange={setTag} />
          <Button icon="copy" isDisabled={text === null} onPress={() => copy(text ?? '', { copied: t('changelog.copied'), failed: t('changelog.copyFailed') })}>{t('changelog.copy')}</Button>
        </div>
      </div>
      {text === null ? <Skeleton height="8rem" /> : (
        // a long one is scrolled, so that the keyboard has to reach it
        <pre className={styles.changelog} lang={language.tag} dir={language.direction} tabIndex={0} role="region" aria-label={t('changelog.title')}>{text}</pre>
      )}
    </section>
  );
}
