import { useTranslation } from 'react-i18next';
import type { StageChoice, StreamEvent } from '@contract/streams.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { isolate } from '../../ui/format.js';
import { useFormat } from '../../ui/use-format.js';

const INPUT_STATES = ['idle', 'connecting', 'live', 'degraded', 'lost'] as const;
const PLACES = ['primary', 'backup', 'slate'] as const;
const CHOICES: readonly StageChoice[] = ['automatic', 'primary', 'backup', 'slate'];

/** An entry of the log in words; of a code that this page does not know, the code. */
export function useEventWords(): (event: StreamEvent) => string {
  const { t } = useTranslation('controlRoom');
  const { agenda } = useLiveAgenda();
  const format = useFormat();
  const stageNamed = (id: StreamEvent['details'][string] | undefined): string | null => {
    const roomId = typeof id === 'string' ? agenda.channels[id]?.roomId : undefined;
    const name = roomId == null ? undefined : agenda.rooms[roomId]?.name;
    return name === undefined ? null : isolate(name);
  };
  const sentence = ({ what, details }: StreamEvent): string => {
    const input = INPUT_STATES.find((state) => what === `input.${state}`);
    if (input !== undefined) return t(`event.input.${input}`, { role: t(`path.role.${details['role'] === 'backup' ? 'backup' : 'primary'}`) });
    const shown = PLACES.find((place) => what === `stage.on-${place}`);
    if (shown !== undefined) return t(`event.stage.${shown}`);
    const stage = stageNamed(details['stage']);
    switch (what) {
      case 'programme.shows':
        return stage === null ? t('event.programme.none') : details['state'] === 'slate' ? t('event.programme.slateOf', { stage }) : t('event.programme.shows', { stage });
      case 'director.switch': {
        const choice = CHOICES.find((one) => one === details['choice']) ?? 'automatic';
        return t(`event.switch.${choice}`);
      }
      case 'director.hand-over':
        return stage === null ? t('event.handOver.slate') : t('event.handOver.stage', { stage });
      case 'director.run-of-show': {
        const count = Number(details['handOvers'] ?? 0);
        return t('event.runOfShow', { count, formatted: format.number(count) });
      }
      case 'mediamtx.ready':
        return t('event.mediamtx.ready');
      case 'mediamtx.not-ready':
        return t('event.mediamtx.notReady');
      default:
        return what;
    }
  };
  return (event) => {
    if (event.by === null) return sentence(event);
    const by = event.by === '' ? t('event.erased') : event.by === 'operator' ? t('event.operator') : isolate(event.by);
    return t('event.byWhom', { what: sentence(event), by });
  };
}
