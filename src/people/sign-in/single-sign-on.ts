import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { problem } from '../../platform/problems/problem-error.js';

/** What the browser keeps between going to the provider and coming back: sealed, in a cookie of minutes (single-sign-on.controller.ts). */
export const PendingSignOn = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string().nullable(), expiresAt: z.number() });
export type PendingSignOn = z.infer<typeof PendingSignOn>;

const MINUTES = 10;

/** Sign-in through an OpenID provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636). */
@Injectable()
export class SingleSignOn {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /** Where to send the browser, and what it must bring back. `redirectUri` is our callback, as the provider knows it. */
  async begin(redirectUri: string, returnTo: string | null): Promise<{ url: URL; pending: PendingSignOn }> {
    const provider = await this.provider();
    const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo, expiresAt: Date.now() + MINUTES * 60_000 };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: 'openid email',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    });
    return { url, pending };
  }

  /**
   * The address that the provider vouches for. An address it did not verify is anybody's claim.
   * @throws when state, nonce, signature, issuer or audience do not fit, and ProblemError `not-allowed` without a verified address
   */
  async finish(callback: URL, { state, nonce, verifier, expiresAt }: PendingSignOn): Promise<string> {
    if (expiresAt < Date.now()) throw problem('sign-in-expired', 'That took too long. Sign in again.');
    const tokens = await oidc.authorizationCodeGrant(await this.provider(), callback, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims();
    const email = z.email().safeParse(claims?.['email']);
    if (!email.success || claims?.['email_verified'] !== true) throw problem('not-allowed', 'The provider does not vouch for your e-mail address.');
    return email.data;
  }

  /** Asked once; again after a failure. */
  private async provider(): Promise<oidc.Configuration> {
    const { singleSignOn } = this.configuration;
    if (singleSignOn === undefined) throw problem('not-found', 'Single sign-on is not set up here.');
    const issuer = new URL(singleSignOn.issuer);
    // signatures are checked too, not left to TLS alone; in clear on this machine only: a provider beside us, or one in a spec
    const inClear = issuer.protocol === 'http:' && LOOPBACK.has(issuer.hostname);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that one thinks twice, and here it is meant
    const execute = [oidc.enableNonRepudiationChecks, ...(inClear ? [oidc.allowInsecureRequests] : [])];
    this.discovered ??= oidc.discovery(issuer, singleSignOn.clientId, singleSignOn.clientSecret, undefined, { execute, timeout: 10 }).catch((error: unknown) => {
      this.discovered = undefined;
      throw error;
    });
    return await this.discovered;
  }
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
