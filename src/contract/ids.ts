import { z } from 'zod';

/** Branded identifiers (uuid v7): a room's id can't be passed for a session's. */
export const ConferenceId = z.uuid().brand<'ConferenceId'>();
export const CityId = z.uuid().brand<'CityId'>();
export const VenueId = z.uuid().brand<'VenueId'>();
export const RoomId = z.uuid().brand<'RoomId'>();
export const UplinkId = z.uuid().brand<'UplinkId'>();
export const UplinkBookingId = z.uuid().brand<'UplinkBookingId'>();
export const TrackId = z.uuid().brand<'TrackId'>();
export const SpeakerId = z.uuid().brand<'SpeakerId'>();
export const SessionId = z.uuid().brand<'SessionId'>();
export const ChannelId = z.uuid().brand<'ChannelId'>();
export const StreamInputId = z.uuid().brand<'StreamInputId'>();
export const HandOverId = z.uuid().brand<'HandOverId'>();
export const RecordingId = z.uuid().brand<'RecordingId'>();

export type ConferenceId = z.infer<typeof ConferenceId>;
export type CityId = z.infer<typeof CityId>;
export type VenueId = z.infer<typeof VenueId>;
export type RoomId = z.infer<typeof RoomId>;
export type UplinkId = z.infer<typeof UplinkId>;
export type UplinkBookingId = z.infer<typeof UplinkBookingId>;
export type TrackId = z.infer<typeof TrackId>;
export type SpeakerId = z.infer<typeof SpeakerId>;
export type SessionId = z.infer<typeof SessionId>;
export type ChannelId = z.infer<typeof ChannelId>;
export type StreamInputId = z.infer<typeof StreamInputId>;
export type HandOverId = z.infer<typeof HandOverId>;
export type RecordingId = z.infer<typeof RecordingId>;
