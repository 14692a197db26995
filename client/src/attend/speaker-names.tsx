import type { Speaker } from '@contract/agenda.js';
import { Fragment } from 'react';

/** Names in a row. Each keeps its own direction: names of several scripts would else change places. */
export function SpeakerNames({ speakers }: { speakers: readonly Speaker[] }) {
  return speakers.map((speaker, position) => (
    <Fragment key={speaker.id}>
      {position > 0 && ' · '}
      <bdi>{speaker.name}</bdi>
    </Fragment>
  ));
}
