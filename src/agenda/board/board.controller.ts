import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Board, DraftEditReceipt, NewDraftEdit } from '../../contract/board.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath } from '../../platform/http/path-params.js';
import { chooseEncoding, EncodedBody } from '../encoded-body.js';
import { Boards } from './board.queries.js';
import { DRAFT_EDITS_PATH } from './draft-edit-body.js';
import { EditDraft } from './edit-draft.js';

/** The board on which organizers schedule. */
@ApiTags('board')
@Controller()
export class BoardController {
  constructor(
    private readonly boards: Boards,
    private readonly editDraft: EditDraft,
  ) {}

  /** All that the board draws, at one draft edit. */
  @Get('api/conferences/:slug/board')
  @Access('read-drafts')
  @ApiOkResponse({ standardSchema: Board })
  async board(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // not shaped again by the schema: megabytes, made of named columns only
    const body = new EncodedBody(await this.boards.read(slug, actor));
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    void reply.header('vary', 'accept-encoding').header('cache-control', 'private, no-store');
    await reply.type('application/json; charset=utf-8').send(await body.as(encoding));
  }

  /** Edits the draft: all of it or nothing, and once, however often it is sent. */
  @Post(DRAFT_EDITS_PATH)
  @Access('edit-sessions')
  @Answers(DraftEditReceipt, 201)
  async edit(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: NewDraftEdit }) body: NewDraftEdit, @CurrentActor() actor: Actor): Promise<DraftEditReceipt> {
    return { edit: await this.editDraft.run(slug, body, actor) };
  }
}
