import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChannelId, StreamInputId } from '../../contract/ids.js';
import { hashStreamKey } from './stream-secrets.js';

export interface KeyedInput {
  id: StreamInputId;
  channelId: ChannelId;
}

/** Finds the input that a stream key belongs to. */
@Injectable()
export class InputsByKey {
  constructor(private readonly source: DataSource) {}

  /** Null for a key that is nobody's, or whose conference has ended. @param key as it was given, hostile */
  async find(key: string): Promise<KeyedInput | null> {
    const [row] = await this.source.query<KeyedInput[]>(
      `SELECT i.id, i.channel_id AS "channelId" FROM stream_input i JOIN conference c ON c.id = i.conference_id AND c.status <> 'ended' WHERE i.key_hash = $1`,
      [hashStreamKey(key)],
    );
    return row ?? null;
  }
}
