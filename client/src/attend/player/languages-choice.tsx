import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import { ChoiceGroup, type ChoiceOption } from './choice-group.js';
import { wishedOf } from './media-engine.js';
import type { Player, PlayerView } from './player.js';
import { soundWords, trackWords } from './track-words.js';

/** What is heard and read. */
export function LanguagesChoice({ player, view: { offer, choices } }: { player: Player; view: PlayerView }) {
  const { t } = useTranslation('player');
  const format = useFormat();
  const sounds: ChoiceOption<string>[] = offer.sounds.map((sound) => ({ key: String(sound.id), label: soundWords(sound, offer.sounds, t, format) }));
  const captions: ChoiceOption<string>[] = [{ key: 'off', label: t('captionsOff') }, ...offer.captions.map((track) => ({ key: String(track.id), label: trackWords(track, offer.captions, format) }))];
  const shown = choices.captions === null ? null : wishedOf(offer.captions, choices.captions);
  return (
    <>
      <ChoiceGroup
        label={t('sound')}
        options={sounds}
        value={String(offer.soundId ?? '')}
        onChange={(key) => {
          const sound = offer.sounds.find(({ id }) => String(id) === key);
          if (sound !== undefined) player.choose({ sound: sound.floor ? null : { name: sound.name, language: sound.language } });
        }}
      />
      {offer.captions.length > 0 && (
        <ChoiceGroup
          label={t('captions')}
          options={captions}
          value={shown === null ? 'off' : String(shown.id)}
          onChange={(key) => {
            const track = offer.captions.find(({ id }) => String(id) === key);
            player.choose({ captions: track === undefined ? null : { name: track.name, language: track.language } });
          }}
        />
      )}
    </>
  );
}
