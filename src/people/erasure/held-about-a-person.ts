/** A table that refers to an account, and what becomes of its rows when the account is erased. */
export interface HeldTable {
  table: string;
  /** The column that refers to the account; `email_index` where the address is what finds the row. */
  column: string;
  /** `removed`: the rows go. `let-go`: they stay, and no longer say whose they were. */
  onErasure: 'removed' | 'let-go';
  /** In words, for the reader of an export. */
  what: string;
}

/**
 * EVERY table that knows a person. erasure.spec.ts compares it with the schema's foreign keys and address indexes: a new
 * table that refers to an account, and is not told of here, fails the build.
 */
export const HELD_ABOUT_A_PERSON: readonly HeldTable[] = [
  { table: 'account', column: 'email_index', onErasure: 'removed', what: 'The account: address, handle, zone, language.' },
  { table: 'auth_session', column: 'account_id', onErasure: 'removed', what: 'Where you are signed in.' },
  { table: 'sign_in', column: 'email_index', onErasure: 'removed', what: 'Links and codes to sign in, valid for minutes.' },
  { table: 'passkey', column: 'account_id', onErasure: 'removed', what: 'Passkeys: the public half of each.' },
  { table: 'totp', column: 'account_id', onErasure: 'removed', what: 'The authenticator app: a secret that it and we hold.' },
  { table: 'recovery_code', column: 'account_id', onErasure: 'removed', what: 'Codes for when the second factor is lost: what checks them, never the codes.' },
  { table: 'wrong_codes', column: 'account_id', onErasure: 'removed', what: 'How often a wrong code was tried.' },
  { table: 'challenge', column: 'account_id', onErasure: 'removed', what: 'A passkey that is being asked for.' },
  { table: 'erasure_code', column: 'account_id', onErasure: 'removed', what: 'The code that confirms an erasure.' },
  { table: 'membership', column: 'account_id', onErasure: 'removed', what: 'Roles.' },
  { table: 'invitation', column: 'email_index', onErasure: 'removed', what: 'Invitations that were sent to you.' },
  { table: 'invitation', column: 'invited_by', onErasure: 'let-go', what: 'Invitations that you sent.' },
  { table: 'speaker', column: 'account_id', onErasure: 'let-go', what: 'Your page as a speaker. It is part of the published agenda: its organizers take it down.' },
  { table: 'registration', column: 'account_id', onErasure: 'removed', what: 'Registrations; tickets and check-ins go with them.' },
  { table: 'check_in', column: 'by_account', onErasure: 'let-go', what: 'People whom you let in at a door.' },
  { table: 'notification', column: 'account_id', onErasure: 'removed', what: 'What you were told in the application.' },
  { table: 'notification_preference', column: 'account_id', onErasure: 'removed', what: 'How you wish to be told.' },
  { table: 'push_subscription', column: 'account_id', onErasure: 'removed', what: 'Devices that are told by push: where, by which keys (both sealed), since when.' },
  { table: 'following', column: 'account_id', onErasure: 'removed', what: 'That your account keeps the sessions you follow.' },
  { table: 'followed_session', column: 'account_id', onErasure: 'removed', what: 'Sessions you follow.' },
];

/** What hangs on rows of those tables, and is told of with them. */
export const HELD_THROUGH: readonly { table: string; column: string; through: 'registration' | 'speaker' | 'push_subscription' }[] = [
  { table: 'ticket', column: 'registration_id', through: 'registration' },
  { table: 'check_in', column: 'registration_id', through: 'registration' },
  { table: 'slot_answer', column: 'speaker_id', through: 'speaker' },
  { table: 'availability', column: 'speaker_id', through: 'speaker' },
  { table: 'push_message', column: 'subscription_id', through: 'push_subscription' },
];
