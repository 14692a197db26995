import type { ChannelId, ConferenceId, SessionId, VenueId } from '../contract/ids.js';

/** The name of a room of sockets, with its audience in it. Made here and nowhere else. */
export type RoomName = string & { readonly room: unique symbol };

const named = (audience: string, id: string): RoomName => `${audience}:${id}` as RoomName;

/** Everyone who follows a conference's published agenda. */
export const conferenceRoom = (id: ConferenceId): RoomName => named('conference', id);
/** Everyone at a session's page: questions, polls, reactions. */
export const sessionRoom = (id: SessionId): RoomName => named('session', id);
/** Those who work on a conference: what the public must not see. */
export const staffRoom = (id: ConferenceId): RoomName => named('staff', id);
/** Open boards of a conference: its draft, as organizers and hosts work on it. */
export const boardRoom = (id: ConferenceId): RoomName => named('board', id);
/** Open control rooms of a whole conference: how its streams are, which the public does not see. */
export const controlRoom = (id: ConferenceId): RoomName => named('control', id);
/** Open control rooms of those who look after a venue and not after all of its conference: how its stages are. */
export const venueControlRoom = (id: VenueId): RoomName => named('control-venue', id);
/** Open players of a channel: how many watch it, as everybody may know. */
export const watchingRoom = (id: ChannelId): RoomName => named('watching', id);
/** All sockets of one person. */
export const personRoom = (id: string): RoomName => named('person', id);
