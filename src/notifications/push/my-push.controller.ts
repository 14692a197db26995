import { ECDH } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { PushState, PushSubscription } from '../../contract/push.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { ownerOf } from '../owner.js';
import { PushEndpoints } from './push-endpoint.js';
import { PUSH_SENDER, type PushSender } from './push-sender.js';
import { endSubscription, isSubscribed, keepSubscription } from './subscriptions.js';

/** Whether the device of this session is told by push. It ends with the session. */
@ApiTags('account')
@Access('own-account')
@Controller('api/me/push')
export class MyPushController {
  constructor(
    private readonly source: DataSource,
    private readonly endpoints: PushEndpoints,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(PUSH_SENDER) private readonly sender: PushSender,
  ) {}

  @Get()
  @Answers(PushState)
  async read(@CurrentActor() actor: Actor): Promise<PushState> {
    return { publicKey: this.sender.publicKey, isOn: await isSubscribed(this.source.manager, ownerOf(actor)) };
  }

  /** From now on this device is told, through the push service that its browser named. */
  @Put()
  @HttpCode(204)
  async subscribe(@Body({ schema: PushSubscription }) subscription: PushSubscription, @CurrentActor() actor: Actor): Promise<void> {
    const device = ownerOf(actor);
    if (!this.endpoints.accepts(subscription.endpoint)) throw refusal('/endpoint', 'Meridian sends to push services on the internet only, by https.');
    if (!isPointOfCurve(subscription.keys.p256dh)) throw refusal('/keys/p256dh', 'This is not a key of a browser.');
    await this.source.transaction(async (tx) => await keepSubscription(tx, this.sealing, device, subscription));
  }

  @Delete()
  @HttpCode(204)
  async unsubscribe(@CurrentActor() actor: Actor): Promise<void> {
    await endSubscription(this.source.manager, ownerOf(actor));
  }
}

const refusal = (path: string, message: string) => problem('invalid-input', message, { errors: [{ path, message }] });

function isPointOfCurve(key: string): boolean {
  try {
    return ECDH.convertKey(key, 'prime256v1', 'base64url', 'base64url', 'uncompressed') === key;
  } catch {
    return false;
  }
}
