import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../../platform/access/access.decorator.js';
import { AnswerMediaMtx } from './answer-mediamtx.js';
import { MediaMtxQuestion, MediaMtxWord } from './mediamtx-requests.js';

/** For a MediaMTX in front of this server, which shows a secret: deploy/mediamtx. Nobody else is answered. */
@ApiExcludeController()
@Access('read-public')
@Controller('api/mediamtx')
export class MediaMtxController {
  constructor(private readonly answerMediaMtx: AnswerMediaMtx) {}

  /** Any answer that begins with 20 lets in; MediaMTX takes 401 for an invitation to show who one is. */
  @Post('auth')
  @HttpCode(204)
  async mayDo(@Req() request: FastifyRequest, @Body({ schema: MediaMtxQuestion }) question: MediaMtxQuestion): Promise<void> {
    this.answerMediaMtx.mustKnow(request);
    await this.answerMediaMtx.mayDo(question);
  }

  @Post('hooks')
  @HttpCode(204)
  async hear(@Req() request: FastifyRequest, @Body({ schema: MediaMtxWord }) word: MediaMtxWord): Promise<void> {
    this.answerMediaMtx.mustKnow(request);
    await this.answerMediaMtx.hear(word);
  }
}
