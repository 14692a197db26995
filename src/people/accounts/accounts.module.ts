import { Module } from '@nestjs/common';
import { PasskeysController } from '../second-factor/passkeys.controller.js';
import { SecondFactorsController } from '../second-factor/second-factors.controller.js';
import { StepUpController } from '../second-factor/step-up.controller.js';
import { RequestSignIn } from '../sign-in/request-sign-in.js';
import { PasskeySignInController } from '../sign-in/passkey-sign-in.controller.js';
import { SignInController } from '../sign-in/sign-in.controller.js';
import { SingleSignOn } from '../sign-in/single-sign-on.js';
import { SingleSignOnController } from '../sign-in/single-sign-on.controller.js';
import { VerifySignIn } from '../sign-in/verify-sign-in.js';
import { MeController } from './me.controller.js';
import { MySessionsController } from './my-sessions.controller.js';
import { WelcomeController } from './welcome.controller.js';

/** Accounts, sign-in and second factors: everything a person needs to be somebody here. */
@Module({
  controllers: [
    SignInController, PasskeySignInController, SingleSignOnController, WelcomeController, MeController, MySessionsController, SecondFactorsController, PasskeysController, StepUpController,
  ],
  providers: [RequestSignIn, VerifySignIn, SingleSignOn],
})
export class AccountsModule {}
