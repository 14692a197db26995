import { z } from 'zod';
import { CanonicalInstant, LanguageTag, ZoneName } from './scalars.js';

/** A path of our own to go back to, never another site's: `/open-skies/agenda?track=…`. */
export const ReturnPath = z.string().max(500).regex(/^\/(?![/\\])[^\\\s]*$/, { error: 'Give a path that begins with one slash.' });

export const EmailAddress = z.string().trim().max(254).pipe(z.email({ error: 'Give an e-mail address, such as mina@example.org.' }));

/** Asks for a mail with a link and a code. The answer is the same for every address. */
export const SignInRequest = z.strictObject({ email: EmailAddress, language: LanguageTag.default('en'), returnTo: ReturnPath.optional() });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** The code as typed, or the secret of the link. */
export const SignInProof = z.union([
  z.strictObject({ code: z.string().trim().regex(/^\d{8}$/, { error: 'The code has 8 digits.' }) }),
  z.strictObject({ token: z.string().min(20).max(200) }),
]);
export type SignInProof = z.infer<typeof SignInProof>;

/** Signed in: where to go on, as it was asked for. */
export const SignedIn = z.object({ returnTo: z.string().nullable() });
export type SignedIn = z.infer<typeof SignedIn>;

const GrantedRole = z.object({
  role: z.enum(['administrator', 'organizer', 'city-host', 'stage-crew', 'moderator', 'speaker', 'attendee']),
  conferenceId: z.string().nullable(),
  conferenceSlug: z.string().nullable(),
  cityId: z.string().nullable(),
  venueId: z.string().nullable(),
});

export const MyAccount = z.object({
  accountId: z.string(),
  sessionId: z.string(),
  handle: z.string(),
  email: z.string(),
  /** IANA; null: the browser's. */
  zone: z.string().nullable(),
  language: z.string(),
  /** This session was opened with a second factor. */
  strong: z.boolean(),
  secondFactor: z.object({
    isSetUp: z.boolean(),
    /** A role of the account acts with a second factor only. */
    isNeeded: z.boolean(),
  }),
  /** Since when the sessions that one follows are kept with the account, and devices say what they bookmark; null: they are not. */
  followsSince: CanonicalInstant.nullable(),
  grants: z.array(GrantedRole),
});
export type MyAccount = z.infer<typeof MyAccount>;

export const Me = z.object({
  /** Null: nobody is signed in here. */
  account: MyAccount.nullable(),
  /** Whether sign-in through an OpenID provider is offered. */
  singleSignOn: z.boolean(),
  /** Whether a mail server is configured: without one, mails wait in the administrator's outbox. */
  deliversMail: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const MePatch = z.strictObject({
  handle: z.string().trim().min(2, { error: 'A name has 2 characters or more.' }).max(60, { error: 'A name has 60 characters or less.' }).optional(),
  zone: ZoneName.nullable().optional(),
  language: LanguageTag.optional(),
});
export type MePatch = z.infer<typeof MePatch>;

export const MySession = z.object({
  id: z.string(),
  /** `Firefox on Android`; empty where the browser did not say. */
  device: z.string(),
  isThisOne: z.boolean(),
  strong: z.boolean(),
  createdAt: CanonicalInstant,
  /** To ten minutes. */
  seenAt: CanonicalInstant,
});
export type MySession = z.infer<typeof MySession>;
export const MySessions = z.object({ items: z.array(MySession) });

export const PasskeyLabel = z.string().trim().min(1, { error: 'Give it a name.' }).max(60);
export const MyPasskey = z.object({ id: z.string(), label: z.string(), createdAt: CanonicalInstant });
export type MyPasskey = z.infer<typeof MyPasskey>;
export const SecondFactors = z.object({
  passkeys: z.array(MyPasskey),
  /** An authenticator app was set up and confirmed. */
  totp: z.boolean(),
  /** Recovery codes that were not used yet. */
  recoveryCodes: z.number().int(),
});
export type SecondFactors = z.infer<typeof SecondFactors>;

/** What the browser's WebAuthn answers, as JSON; the library on the server takes it apart. */
export const WebAuthnAnswer = z.looseObject({ id: z.string().max(2_000), rawId: z.string().max(2_000), type: z.string().max(40) });
export const NewPasskey = z.strictObject({ label: PasskeyLabel, answer: WebAuthnAnswer });
export const PasskeyPatch = z.strictObject({ label: PasskeyLabel });
export const PasskeyProof = z.strictObject({ answer: WebAuthnAnswer });
/** Options for the browser's WebAuthn, as the library makes them. */
export const WebAuthnOptions = z.looseObject({ challenge: z.string() });

export const TotpSetup = z.object({
  /** Base32, to be typed where the picture cannot be scanned. */
  secret: z.string(),
  uri: z.string(),
  /** An SVG as a `data:` address. */
  picture: z.string(),
});
export type TotpSetup = z.infer<typeof TotpSetup>;
export const TotpCode = z.strictObject({ code: z.string().trim().regex(/^\d{6}$/, { error: 'The code has 6 digits.' }) });
export const RecoveryCode = z.strictObject({ code: z.string().trim().min(8, { error: 'Type the whole code.' }).max(40) });
/** Shown once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** The operator's one-time link for an administrator. Signed in already, the address may be left out. */
export const WelcomeRequest = z.strictObject({ token: z.string().min(20).max(200), email: EmailAddress.optional(), language: LanguageTag.default('en') });
export type WelcomeRequest = z.infer<typeof WelcomeRequest>;
