import { useTranslation } from 'react-i18next';
import type { Track } from '@contract/place.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { Loaded } from '../loaded.js';
import styles from '../organize.module.css';
import { RowList } from '../row-list.js';
import { useRows, useRowWrites } from '../rows.js';
import { useOrganize } from '../use-organize.js';
import { positionAtEnd } from './position-at-end.js';

export default function TracksPage() {
  const { t } = useTranslation('organize');
  const { slug, isOrganizer } = useOrganize();
  const tracks = useRows<Track>(slug, 'tracks');
  const writes = useRowWrites<Track>(slug, 'tracks');
  usePageTitle(t('nav.tracks'));
  return (
    <Loaded queries={[tracks]}>
      {() => (
        <RowList
          title={t('track.all')}
          heading="h1"
          rows={tracks.data ?? []}
          columns={[
            { label: t('track.name'), cell: (track) => track.name },
            { label: t('track.colour'), cell: (track) => <Colour colour={track.colour} /> },
          ]}
          nameOf={(track) => track.name}
          writes={writes}
          canWrite={isOrganizer}
          addLabel={t('track.add')}
          emptyText={t('track.none')}
          fields={[
            { kind: 'text', name: 'name', label: t('track.name') },
            { kind: 'colour', name: 'colour', label: t('track.colour'), hint: t('track.colourHint'), optional: true },
            { kind: 'number', name: 'position', label: t('city.order'), min: 0 },
          ]}
          blank={{ name: '', colour: null, position: positionAtEnd(tracks.data) }}
        />
      )}
    </Loaded>
  );
}

function Colour({ colour }: { colour: string | null }) {
  if (colour === null) return '–';
  return (
    <bdi>
      <span className={styles.swatch} style={{ background: colour }} />
      {colour}
    </bdi>
  );
}
