import { ASKERS, type Asker } from './support/a-world-of-roles.js';

/**
 * Who may do what: one row for each route of the running application, reviewed by people. A route without a row fails
 * the test (authorization.spec.ts), as does a row without a route. Whoever adds a route writes its row by hand.
 *
 * A row has one letter for each asker, in this order:
 *
 *   1 anonymous    2 attendee    3 speaker    4 moderator    5 stage crew    6 city host
 *   7 organizer who did not show a second factor    8 organizer    9 administrator    10 operator (by the token)
 *
 *   a  allowed (what is not valid is refused after that)    s  sign-in    2  second factor    f  forbidden    n  not found
 *
 * and four groups: at home; in another city of their conference; in another conference, which is a draft; and at home, by
 * the id of a row of that other conference. One group stands for all four.
 */
export const SCENARIOS = ['own', 'otherCity', 'otherConference', 'strayId'] as const;
export type Scenario = (typeof SCENARIOS)[number];

const LETTERS: Readonly<Record<string, string>> = { a: 'allowed', s: 'sign-in', '2': 'second-factor', f: 'forbidden', n: 'not-found' };

/** The verdict of a row for each asker. */
export function rolesOf(row: string, scenario: Scenario): Record<Asker, string> {
  const groups = row.split(' ');
  const group = groups[SCENARIOS.indexOf(scenario)] ?? groups[0] ?? '';
  return Object.fromEntries(ASKERS.map((asker, column) => [asker, LETTERS[group[column] ?? ''] ?? 'no verdict'])) as Record<Asker, string>;
}

export const ROUTES: Readonly<Record<string, string>> = {
  // The server and its pages.
  'GET /*': 'aaaaaaaaaa',
  'GET /health/live': 'aaaaaaaaaa',
  'GET /health/ready': 'aaaaaaaaaa',
  'GET /health/streams': 'aaaaaaaaaa',
  'GET /metrics': 'aaaaaaaaaa',
  // The description of the API, for everyone.
  'GET /api/docs': 'aaaaaaaaaa',
  'GET /api/docs-json': 'aaaaaaaaaa',
  'GET /api/docs-yaml': 'aaaaaaaaaa',
  'GET /api/docs/': 'aaaaaaaaaa',
  'GET /api/docs/*': 'nnnnnnnnnn',
  'GET /api/docs/LICENSE': 'nnnnnnnnnn',
  'GET /api/docs/docs/swagger-ui-init.js': 'aaaaaaaaaa',
  'GET /api/docs/index.html': 'aaaaaaaaaa',
  'GET /api/docs/swagger-ui-init.js': 'aaaaaaaaaa',
  // Sign-in, and invitations by the secret in their link.
  'GET /api/invitations/:token': 'aaaaaaaaaa',
  'POST /api/invitations/:token/accept': 'sfffffffff',
  'POST /api/sign-in': 'aaaaaaaaaa',
  'GET /api/sign-in/single-sign-on': 'aaaaaaaaaa',
  'GET /api/sign-in/single-sign-on/callback': 'aaaaaaaaaa',
  'POST /api/sign-in/passkey': 'aaaaaaaaaa',
  'POST /api/sign-in/passkey/options': 'aaaaaaaaaa',
  'POST /api/sign-in/verify': 'aaaaaaaaaa',
  'POST /api/sign-out': 'aaaaaaaaaa',
  'POST /api/socket-token': 'aaaaaaaaaa',
  'POST /api/welcome': 'aaaaaaaaaa',
  // One’s own account. The operator has none.
  'GET /api/me': 'aaaaaaaaaa',
  'PATCH /api/me': 'saaaaaaaaf',
  'POST /api/me/erasure': 'saaaaaaaaf',
  'POST /api/me/erasure-code': 'saaaaaaaaf',
  'GET /api/me/export': 'saaaaaaaaf',
  'POST /api/me/passkeys': 'saaaaaaaaa',
  'DELETE /api/me/passkeys/:id': 'snnnnnnnnf',
  'PATCH /api/me/passkeys/:id': 'snnnnnnnnf',
  'POST /api/me/passkeys/options': 'saaaaaaaaf',
  'POST /api/me/recovery-codes': 'saaaaaaaaf',
  'GET /api/me/second-factors': 'saaaaaaaaf',
  'DELETE /api/me/sessions': 'saaaaaaaaf',
  'GET /api/me/sessions': 'saaaaaaaaf',
  'DELETE /api/me/sessions/:id': 'snnnnnnnnf',
  'POST /api/me/step-up/passkey': 'saaaaaaaaa',
  'POST /api/me/step-up/passkey/options': 'saaaaaaaaf',
  'POST /api/me/step-up/recovery': 'saaaaaaaaa',
  'POST /api/me/step-up/totp': 'saaaaaaaaa',
  'DELETE /api/me/totp': 'saaaaaaaaf',
  'POST /api/me/totp': 'saaaaaaaaf',
  'POST /api/me/totp/confirm': 'saaaaaaaaa',
  'GET /api/me/push': 'saaaaaaaaf',
  'PUT /api/me/push': 'saaaaaaaaf',
  'DELETE /api/me/push': 'saaaaaaaaf',
  'GET /api/me/following': 'saaaaaaaaf',
  'PUT /api/me/following': 'saaaaaaaaf',
  'POST /api/me/followed-sessions/:slug': 'saaaaaaaaf saaaaaaaaf snnnnnnnnf saaaaaaaaf',
  'GET /api/me/notification-preferences': 'saaaaaaaaf',
  'GET /api/me/notifications': 'saaaaaaaaf',
  'POST /api/me/notifications/seen': 'saaaaaaaaf',
  'PUT /api/me/notification-preferences': 'saaaaaaaaf',
  // Conferences, and what belongs to the site.
  'GET /api/audit': 'sfffffffaa',
  'GET /api/calendar/:file': 'aaaaaaaaaa',
  'GET /api/conferences': 'aaaaaaaaaa',
  'POST /api/conferences': 'sfffffffaa',
  'DELETE /api/conferences/:slug': 'sfffffffaa',
  'GET /api/conferences/:slug': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'PATCH /api/conferences/:slug': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'GET /api/imports/template.csv': 'aaaaaaaaaa',
  'GET /api/outbox': 'sfffffffaa',
  // What is published. A draft is not there.
  'GET /api/conferences/:slug/agenda': 'aaaaaaaaaa aaaaaaaaaa nnnnnnnnaa aaaaaaaaaa',
  'GET /api/conferences/:slug/agenda/changes': 'aaaaaaaaaa aaaaaaaaaa nnnnnnnnaa aaaaaaaaaa',
  'GET /api/conferences/:slug/agenda/texts': 'aaaaaaaaaa aaaaaaaaaa nnnnnnnnaa aaaaaaaaaa',
  'GET /api/conferences/:slug/calendar.ics': 'aaaaaaaaaa aaaaaaaaaa nnnnnnnnnn aaaaaaaaaa',
  'GET /api/conferences/:slug/export/:format': 'aaaaaaaaaa aaaaaaaaaa nnnnnnnnnn aaaaaaaaaa',
  'GET /api/conferences/:slug/photos/:hash': 'aaaaaaaaaa',
  'GET /api/conferences/:slug/registration-offer': 'aaaaaaaaaa aaaaaaaaaa nnnnnnnnnn aaaaaaaaaa',
  'GET /api/conferences/:slug/releases': 'aaaaaaaaaa aaaaaaaaaa nnnnnnnnnn aaaaaaaaaa',
  'POST /api/conferences/:slug/releases': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'GET /api/conferences/:slug/releases/:number': 'sffffn2nnn sffffn2nnn sfffffffnn sffffn2nnn',
  'POST /api/conferences/:slug/releases/:number/restore': 'sfffff2nnn sfffff2nnn sfffffffnn sfffff2nnn',
  'GET /api/conferences/:slug/releases/compare': 'sffffn2nnn sffffn2nnn sfffffffnn sffffn2nnn',
  'GET /api/conferences/:slug/releases/preview': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  // The place. A city host reads and writes what is in their city; crew read their venue.
  'GET /api/conferences/:slug/cities': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'POST /api/conferences/:slug/cities': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'DELETE /api/conferences/:slug/cities/:id': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  'GET /api/conferences/:slug/cities/:id': 'sfffaa2aaa sfffnn2aaa sfffffffaa sfffnn2nnn',
  'PATCH /api/conferences/:slug/cities/:id': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  'GET /api/conferences/:slug/rooms': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'POST /api/conferences/:slug/rooms': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2aaa',
  'DELETE /api/conferences/:slug/rooms/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/rooms/:id': 'sfffaa2aaa sfffnn2aaa sfffffffaa sfffnn2nnn',
  'PATCH /api/conferences/:slug/rooms/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/tracks': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'POST /api/conferences/:slug/tracks': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'DELETE /api/conferences/:slug/tracks/:id': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  'GET /api/conferences/:slug/tracks/:id': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffnn2nnn',
  'PATCH /api/conferences/:slug/tracks/:id': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  'GET /api/conferences/:slug/travel': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'PUT /api/conferences/:slug/travel': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'GET /api/conferences/:slug/uplinks': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'POST /api/conferences/:slug/uplinks': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2aaa',
  'DELETE /api/conferences/:slug/uplinks/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/uplinks/:id': 'sfffaa2aaa sfffnn2aaa sfffffffaa sfffnn2nnn',
  'PATCH /api/conferences/:slug/uplinks/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/uplinks/:id/bookings': 'sfffaa2aaa sfffnn2aaa sfffffffaa sfffnn2nnn',
  'POST /api/conferences/:slug/uplinks/:id/bookings': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'DELETE /api/conferences/:slug/uplinks/:id/bookings/:bookingId': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/venues': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'POST /api/conferences/:slug/venues': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2aaa',
  'DELETE /api/conferences/:slug/venues/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/venues/:id': 'sfffaa2aaa sfffnn2aaa sfffffffaa sfffnn2nnn',
  'PATCH /api/conferences/:slug/venues/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  // Sessions, their slots and notes, and the live day.
  'POST /api/conferences/:slug/imports': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'GET /api/conferences/:slug/live-changes': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'POST /api/conferences/:slug/live-changes': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2aaa',
  // A host may see what follows from a change anywhere, and is told who has to make it.
  'POST /api/conferences/:slug/live-changes/preview': 'sffffa2aaa sffffa2aaa sfffffffaa sffffn2nnn',
  // Of a revision that is not there.
  'POST /api/conferences/:slug/revisions/:number/revert': 'sffffn2nnn sffffn2nnn sfffffffnn sffffn2nnn',
  'GET /api/conferences/:slug/rooms/:id/technical-note': 'sfffaa2aaa sfffff2aaa sfffffffaa sfffnn2nnn',
  'PUT /api/conferences/:slug/rooms/:id/technical-note': 'sfffaa2aaa sfffff2aaa sfffffffaa sfffnn2nnn',
  'GET /api/conferences/:slug/sessions': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'POST /api/conferences/:slug/sessions': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2aaa',
  'DELETE /api/conferences/:slug/sessions/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/sessions/:id': 'sfffaa2aaa sfffnn2aaa sfffffffaa sfffnn2nnn',
  'PATCH /api/conferences/:slug/sessions/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'DELETE /api/conferences/:slug/sessions/:id/slot': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'PUT /api/conferences/:slug/sessions/:id/slot': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'DELETE /api/conferences/:slug/sessions/:id/slot/waiver': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'PUT /api/conferences/:slug/sessions/:id/slot/waiver': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/sessions/:id/technical-note': 'sfffaa2aaa sfffff2aaa sfffffffaa sfffnn2nnn',
  'PUT /api/conferences/:slug/sessions/:id/technical-note': 'sfffaa2aaa sfffff2aaa sfffffffaa sfffnn2nnn',
  // The board. A city host sees all of it, and edits what is in their city.
  'GET /api/conferences/:slug/board': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'POST /api/conferences/:slug/draft-edits': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  // The automatic schedule. A city host plans what is in their city. A run that is not there is found by nobody.
  'GET /api/conferences/:slug/plan-runs/last': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'GET /api/conferences/:slug/plan-runs/:id': 'sffffn2nnn sffffn2nnn sfffffffnn sffffn2nnn',
  'POST /api/conferences/:slug/plan-runs': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'POST /api/conferences/:slug/plan-runs/:id/stop': 'sffffn2nnn sffffn2nnn sfffffffnn sffffn2nnn',
  'POST /api/conferences/:slug/plan-runs/:id/take': 'sffffn2nnn sffffn2nnn sfffffffnn sffffn2nnn',
  // Speakers, as the organizers see them.
  'GET /api/conferences/:slug/speakers': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'POST /api/conferences/:slug/speakers': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'DELETE /api/conferences/:slug/speakers/:id': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  'GET /api/conferences/:slug/speakers/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'PATCH /api/conferences/:slug/speakers/:id': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  'POST /api/conferences/:slug/speakers/:id/invitation': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  'POST /api/conferences/:slug/speakers/:id/invitation/resend': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  'GET /api/conferences/:slug/speakers/answers': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'GET /api/conferences/:slug/speakers/reminder-schedule': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'PUT /api/conferences/:slug/speakers/reminder-schedule': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'POST /api/conferences/:slug/speakers/reminders': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  // A speaker’s own. Sessions of others are not there.
  'GET /api/conferences/:slug/my-availability': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'PUT /api/conferences/:slug/my-availability': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'DELETE /api/conferences/:slug/my-feed': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'GET /api/conferences/:slug/my-feed': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'POST /api/conferences/:slug/my-feed': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'GET /api/conferences/:slug/my-profile': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'PATCH /api/conferences/:slug/my-profile': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'DELETE /api/conferences/:slug/my-profile/photo': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'GET /api/conferences/:slug/my-profile/photo': 'sfnffffffn sfnffffffn sffffffffn sfnffffffn',
  'PUT /api/conferences/:slug/my-profile/photo': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'GET /api/conferences/:slug/my-slots': 'sfaffffffn sfaffffffn sffffffffn sfaffffffn',
  'DELETE /api/conferences/:slug/my-slots/:id/answer': 'sfaffffffn sfnffffffn sffffffffn sfnffffffn',
  'POST /api/conferences/:slug/my-slots/:id/answer': 'sfaffffffn sfnffffffn sffffffffn sfnffffffn',
  // The team. Above one’s own role or outside of one’s city, nothing is there.
  'GET /api/conferences/:slug/team': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'POST /api/conferences/:slug/team/invitations': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'DELETE /api/conferences/:slug/team/invitations/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'POST /api/conferences/:slug/team/invitations/:id/resend': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'DELETE /api/conferences/:slug/team/members/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'PUT /api/conferences/:slug/team/members/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  // Attendance, the door, the audit log.
  'GET /api/conferences/:slug/attendance': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'GET /api/conferences/:slug/attendance.csv': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'GET /api/conferences/:slug/attendees': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'POST /api/conferences/:slug/attendees/:id/ticket': 'sffffa2aaa sfffff2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/audit': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'POST /api/conferences/:slug/check-ins': 'sfffaa2aaa sfffff2aaa sfffffffaa sfffnn2nnn',
  'DELETE /api/conferences/:slug/check-ins/:id': 'sfffaa2aaa sfffff2aaa sfffffffaa sfffnn2nnn',
  'POST /api/conferences/:slug/purge': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2aaa',
  'DELETE /api/conferences/:slug/registration': 'saaaaaaaas saaaaaaaas snnnnnnnns saaaaaaaas',
  'GET /api/conferences/:slug/registration': 'saaaaaaaas saaaaaaaas snnnnnnnns saaaaaaaas',
  'PUT /api/conferences/:slug/registration': 'saaaaaaaas saaaaaaaas snnnnnnnns saaaaaaaas',
  'GET /api/conferences/:slug/ticket': 'sannnnnnns sannnnnnns snnnnnnnns sannnnnnns',
  'POST /api/conferences/:slug/ticket/replacement': 'sannnnnnns sannnnnnns snnnnnnnns sannnnnnns',
  'POST /api/conferences/:slug/tickets/:id/revocation': 'sffffa2aaa sfffff2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/venues/:id/door-list': 'sfffaa2aaa sfffff2aaa sfffffffaa sfffnn2nnn',
  // Streams. A stage of another city is not there; the programme is the organizers’.
  'GET /api/conferences/:slug/channels': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'POST /api/conferences/:slug/channels': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'PATCH /api/conferences/:slug/channels/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'DELETE /api/conferences/:slug/channels/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'POST /api/conferences/:slug/channels/:id/switch': 'sfffaa2aaa sfffnn2aaa sfffffffaa sfffnn2nnn',
  'POST /api/conferences/:slug/channels/:id/inputs': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'PATCH /api/conferences/:slug/channels/:id/inputs/:inputId': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'DELETE /api/conferences/:slug/channels/:id/inputs/:inputId': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'POST /api/conferences/:slug/channels/:id/inputs/:inputId/secret': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/channels/:id/events': 'sfffaa2aaa sfffnn2aaa sfffffffaa sfffnn2nnn',
  'GET /api/conferences/:slug/control-room': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'GET /api/conferences/:slug/stream-events': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'GET /api/conferences/:slug/programme/run-of-show': 'sfffaa2aaa sfffaa2aaa sfffffffaa sfffaa2aaa',
  'PUT /api/conferences/:slug/programme/run-of-show': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  'POST /api/conferences/:slug/programme/hand-over': 'sfffff2aaa sfffff2aaa sfffffffaa sfffff2nnn',
  // A MediaMTX in front, by the secret that it shows: here there is none.
  'POST /api/mediamtx/auth': 'nnnnnnnnnn',
  'POST /api/mediamtx/hooks': 'nnnnnnnnnn',
  // To watch what is not public: who has a ticket, speaks, or is of the staff.
  'POST /api/conferences/:slug/channels/:id/playback': 'saaaaa2aaa saaaaa2aaa nnnnnnnnaa nnnnnnnnnn',
  'POST /api/conferences/:slug/recordings/:id/playback': 'saaaaa2aaa saaaaa2aaa nnnnnnnnaa nnnnnnnnnn',
  // Recordings, and what is to be recorded. A host's are those of their city.
  'GET /api/conferences/:slug/recordings': 'sffffa2aaa sffffa2aaa sfffffffaa sffffa2aaa',
  'PATCH /api/conferences/:slug/recordings/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'POST /api/conferences/:slug/recordings/:id/stop': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'POST /api/conferences/:slug/recordings/:id/publish': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'POST /api/conferences/:slug/recordings/:id/preview': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'GET /api/conferences/:slug/recordings/:id/preview/:file': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'POST /api/conferences/:slug/recordings/:id/withdraw': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'DELETE /api/conferences/:slug/recordings/:id': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'PUT /api/conferences/:slug/channels/:id/recording': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  'PUT /api/conferences/:slug/sessions/:id/recording': 'sffffa2aaa sffffn2aaa sfffffffaa sffffn2nnn',
  // Playlists of recordings by a token, media by a name that nobody can guess: both are made up here.
  'GET /streams/replay/:token/:id/:file': 'ffffffffff',
  'GET /streams/recorded/:key/:file': 'nnnnnnnnnn',
};

/** Socket commands, by the same letters. */
export const COMMANDS: Readonly<Record<string, string>> = {
  'agenda:follow': 'aaaaaaaaaa aaaaaaaaaa nnnnnnnnaa aaaaaaaaaa',
  'agenda:unfollow': 'aaaaaaaaaa',
  // By the address of a playback, which is made up here: who may have one is asked for with it.
  'audience:join': 'ffffffffff',
  'audience:leave': 'aaaaaaaaaa',
  'board:follow': 'sffffa2aaa sffffa2aaa sfffff2faa sffffa2aaa',
  'board:point': 'sffffa2aaa sffffa2aaa sfffff2faa sffffa2aaa',
  'board:unfollow': 'sffffa2aaa sffffa2aaa sfffff2faa sffffa2aaa',
  'streams:follow': 'sfffaa2aaa sfffaa2aaa sfffff2faa sfffaa2aaa',
  'streams:unfollow': 'sfffaa2aaa sfffaa2aaa sfffff2faa sfffaa2aaa',
};
