import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { RecordingId } from '../../contract/ids.js';
import { Access } from '../../platform/access/access.decorator.js';
import { problem } from '../../platform/problems/problem-error.js';
import { readMediaFileName } from '../../rules/streams/media-paths.js';
import { Admission } from '../admission/admission.js';
import { storageName } from './keep-segment.js';
import { RecordingEntity } from './recording.entity.js';
import { ReplayPlaylists } from './replay-playlists.js';
import { noPlaylist, sendPlaylist } from './send-recorded.js';
import { RECORDING_STORAGE, type RecordingStorage } from './storage/recording-storage.js';

const ReplayPath = z.object({ token: z.string().max(200), id: RecordingId, file: z.string().max(80) });
type ReplayPath = z.infer<typeof ReplayPath>;
const MediaPath = z.object({ key: z.string().regex(/^[\w-]{22}$/), file: z.string().max(120) });
type MediaPath = z.infer<typeof MediaPath>;

const A_MINUTE = 'public, max-age=60';
/** A name is used once. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What players ask of recordings: playlists by token, media by names that nobody can guess. */
@ApiExcludeController()
@Access('read-public')
@Controller('streams')
export class RecordedController {
  constructor(
    private readonly source: DataSource,
    private readonly admission: Admission,
    private readonly playlists: ReplayPlaylists,
    @Inject(RECORDING_STORAGE) private readonly storage: RecordingStorage,
  ) {}

  @Get('replay/:token/:id/:file')
  async playlist(@Param({ schema: ReplayPath }) { token, id, file }: ReplayPath, @Res() reply: FastifyReply): Promise<void> {
    const refusal = this.admission.refuses(token, id);
    if (refusal !== null) throw problem('not-allowed', refusal === 'expired' ? 'This address has expired. Ask for a new one.' : 'This address does not admit to this recording.');
    const recording = await this.source.manager.findOneBy(RecordingEntity, { id, state: 'published' });
    const text = recording === null ? null : await this.playlists.text(recording, file);
    if (text === null) throw noPlaylist();
    void sendPlaylist(reply, text, A_MINUTE);
  }

  /** As it comes out of the storage, never held as a whole. */
  @Get('recorded/:key/:file')
  async media(@Param({ schema: MediaPath }) { key, file }: MediaPath, @Res() reply: FastifyReply): Promise<void> {
    const asked = readMediaFileName(file);
    const recording = asked === null ? null : await this.source.manager.findOneBy(RecordingEntity, { mediaKey: key });
    const body = asked === null || recording === null ? null : await this.storage.read(storageName(recording.channelId, file));
    if (body === null) throw problem('not-found', 'There is no such file of a recording.');
    void reply.header('cache-control', FOR_EVER).type(asked?.container === 'webvtt' ? 'text/vtt' : 'video/mp4').send(body);
  }
}
