import type { DataSource } from 'typeorm';
import type { ChannelState } from '../../contract/channel.js';
import type { ChannelId, ConferenceId } from '../../contract/ids.js';
import type { StageChoice } from '../../contract/streams.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { passphraseContext } from '../setup/stream-secrets.js';
import type { SetUpInput, SetUpStage, StreamSetup } from './stream-setup.js';

interface ChannelRow {
  id: ChannelId;
  conferenceId: ConferenceId;
  kind: 'stage' | 'programme';
  state: ChannelState;
  onAirChannelId: ChannelId | null;
  languages: string[];
  choice: StageChoice;
  slides: boolean;
  title: string;
  conferenceTitle: string;
  accent: string | null;
  cityName: string | null;
  zone: string;
}

type InputRow = Omit<SetUpInput, 'passphrase'> & { channelId: ChannelId; passphraseSealed: Buffer | null };

/** Reads what is to run, in one transaction: three queries, however many channels. */
export async function readStreamSetup(source: DataSource, sealing: Sealing): Promise<StreamSetup> {
  return await source.transaction('REPEATABLE READ', async (tx) => {
    const channels = await tx.query<ChannelRow[]>(
      `SELECT s.id, s.conference_id AS "conferenceId", s.kind, s.state, s.on_air_channel_id AS "onAirChannelId", s.languages, s.choice, s.slides,
              coalesce(r.name, f.title) AS title, f.title AS "conferenceTitle", f.accent, c.name AS "cityName", coalesce(c.zone, f.zone) AS zone
       FROM stream_channel s JOIN conference f ON f.id = s.conference_id AND f.status <> 'ended'
       LEFT JOIN room r ON r.id = s.room_id LEFT JOIN venue v ON v.id = r.venue_id LEFT JOIN city c ON c.id = v.city_id`,
    );
    const inputs = await tx.query<InputRow[]>(
      `SELECT id, channel_id AS "channelId", role, kind, encode(key_hash, 'hex') AS "keyHash", passphrase_sealed AS "passphraseSealed", port,
              latency_ms AS "latencyMs", multicast_group AS "group", url FROM stream_input ORDER BY role DESC`,
    );
    const handOvers = await tx.query<{ conferenceId: ConferenceId; at: Date; to: ChannelId | null }[]>(
      `SELECT conference_id AS "conferenceId", at, to_channel_id AS "to" FROM hand_over ORDER BY at`,
    );
    const stages = channels.filter(({ kind }) => kind === 'stage').map((row): [ChannelId, SetUpStage] => {
      const { id, conferenceId, conferenceTitle, accent, title, languages, state, choice, slides, cityName, zone } = row;
      const conference = { title: conferenceTitle, accent };
      const own = inputs.filter(({ channelId }) => channelId === id).map((input) => opened(input, sealing));
      return [id, { kind: 'stage', id, conferenceId, conference, title, languages, state, choice, slides, cityName: cityName ?? '', zone, inputs: own }];
    });
    const programmes = channels.filter(({ kind }) => kind === 'programme').map(({ id, conferenceId, conferenceTitle, accent, title, languages, state, onAirChannelId }) => {
      const conference = { title: conferenceTitle, accent };
      const runOfShow = handOvers.filter((handOver) => handOver.conferenceId === conferenceId).map(({ at, to }) => ({ at: at.getTime(), to }));
      return [id, { kind: 'programme', id, conferenceId, conference, title, languages, state, onAirChannelId, runOfShow }] as const;
    });
    return { stages: new Map(stages), programmes: new Map(programmes) };
  });
}

function opened({ id, role, kind, keyHash, passphraseSealed, port, latencyMs, group, url }: InputRow, sealing: Sealing): SetUpInput {
  const passphrase = passphraseSealed === null ? null : sealing.open(passphraseSealed, passphraseContext(id));
  return { id, role, kind, keyHash, passphrase, port, latencyMs, group, url };
}
