import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

export interface OpenIdProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the next ID token says beside what it must; `nonce` and others can be falsified here. */
  claims: JWTPayload;
  /** Signs the next ID tokens with a key that is not published. */
  forge: boolean;
  close: () => Promise<void>;
}

interface Granted {
  nonce: string;
  challenge: string;
  redirectUri: string;
}

/** A small OpenID provider over real HTTP: discovery, keys, an authorization that always agrees, tokens for code and PKCE verifier. */
export async function anOpenIdProvider(): Promise<OpenIdProvider> {
  const [own, foreign] = [await generateKeyPair('RS256', { extractable: true }), await generateKeyPair('RS256')];
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const granted = new Map<string, Granted>();
  const server = createServer((request, response) => {
    void answer(request).then(({ status = 200, location, body }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...(location === undefined ? {} : { location }) });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OpenIdProvider = {
    issuer,
    clientId: 'meridian',
    clientSecret: 'a-secret-of-the-spec',
    claims: {},
    forge: false,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function answer(request: IncomingMessage): Promise<{ status?: number; location?: string; body?: object }> {
    const url = new URL(request.url ?? '/', issuer);
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return {
          body: {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/keys`,
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            code_challenge_methods_supported: ['S256'],
          },
        };
      case '/keys':
        return { body: { keys: [jwk] } };
      case '/authorize': {
        const code = randomUUID();
        const asked = (name: string): string => url.searchParams.get(name) ?? '';
        granted.set(code, { nonce: asked('nonce'), challenge: asked('code_challenge'), redirectUri: asked('redirect_uri') });
        return { status: 302, location: `${asked('redirect_uri')}?${new URLSearchParams({ code, state: asked('state') }).toString()}` };
      }
      case '/token':
        return await token(await formOf(request));
      default:
        return { status: 404 };
    }
  }

  async function token(form: URLSearchParams): Promise<{ status?: number; body: object }> {
    const grant = granted.get(form.get('code') ?? '');
    granted.delete(form.get('code') ?? '');
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    const knows = form.get('client_secret') === provider.clientSecret;
    if (grant === undefined || !knows || grant.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri')) return { status: 400, body: { error: 'invalid_grant' } };
    const claims = { nonce: grant.nonce, email: 'mina@people.example', email_verified: true, ...provider.claims };
    const idToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience(provider.clientId)
      .setSubject('person-1')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(provider.forge ? foreign.privateKey : own.privateKey);
    return { body: { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: idToken } };
  }

  return provider;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}
