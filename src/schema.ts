import { PlaceAndAgenda1763900000000 } from '../migrations/1763900000000-place-and-agenda.js';
import { People1764000000000 } from '../migrations/1764000000000-people.js';
import { SignIn1764000101000 } from '../migrations/1764000101000-sign-in.js';
import { Speakers1764000103000 } from '../migrations/1764000103000-speakers.js';
import { Attendance1764000104000 } from '../migrations/1764000104000-attendance.js';
import { Notifications1764000105000 } from '../migrations/1764000105000-notifications.js';
import { PushAndFollowedSessions1764100000000 } from '../migrations/1764100000000-push-and-followed-sessions.js';
import { SessionOfACity1764110000000 } from '../migrations/1764110000000-session-of-a-city.js';
import { PlanRun1764120000000 } from '../migrations/1764120000000-plan-run.js';
import { Board1764130000000 } from '../migrations/1764130000000-board.js';
import { PasskeySignIn1764110001000 } from '../migrations/1764110001000-passkey-sign-in.js';
import { IdleAccounts1764190000000 } from '../migrations/1764190000000-idle-accounts.js';
import { Streams1764200000000 } from '../migrations/1764200000000-streams.js';
import { TellStreams1764200001000 } from '../migrations/1764200001000-tell-streams.js';
import { PlanRunsAnew1764220000000 } from '../migrations/1764220000000-plan-runs-anew.js';
import { Recordings1764230000000 } from '../migrations/1764230000000-recordings.js';
import { StreamEventsTold1764240100000 } from '../migrations/1764240100000-stream-events-told.js';
import { TestPictures1764240200000 } from '../migrations/1764240200000-test-pictures.js';
import { Slides1764240300000 } from '../migrations/1764240300000-slides.js';
import { AppearanceEntity } from './agenda/appearance.entity.js';
import { DraftEditEntity } from './agenda/board/draft-edit.entity.js';
import { PlanRunEntity } from './agenda/plan-runs/plan-run.entity.js';
import { ReleaseEntity } from './agenda/release.entity.js';
import { RevisionEntity } from './agenda/revision.entity.js';
import { SessionEntity } from './agenda/session.entity.js';
import { SlotEntity } from './agenda/slot.entity.js';
import { CityEntity } from './conferences/city.entity.js';
import { ConferenceEntity } from './conferences/conference.entity.js';
import { RoomEntity } from './conferences/room.entity.js';
import { TrackEntity } from './conferences/track.entity.js';
import { UplinkBookingEntity } from './conferences/uplink-booking.entity.js';
import { UplinkEntity } from './conferences/uplink.entity.js';
import { VenueTravelEntity } from './conferences/venue-travel.entity.js';
import { VenueEntity } from './conferences/venue.entity.js';
import { SpeakerEntity } from './people/speaker.entity.js';
import { RecordingEntity } from './streams/recordings/recording.entity.js';
import { HandOverEntity } from './streams/setup/hand-over.entity.js';
import { StreamChannelEntity } from './streams/setup/stream-channel.entity.js';
import { StreamInputEntity } from './streams/setup/stream-input.entity.js';
import type { Schema } from './platform/database/data-source.js';

/** Every table with an entity, and every migration in order. A new one is added here by hand: no glob reads the disk at start. */
export const SCHEMA: Schema = {
  entities: [
    ConferenceEntity, CityEntity, VenueEntity, RoomEntity, UplinkEntity, UplinkBookingEntity, TrackEntity, VenueTravelEntity,
    SpeakerEntity, SessionEntity, AppearanceEntity, SlotEntity, RevisionEntity, ReleaseEntity, DraftEditEntity, PlanRunEntity,
    StreamChannelEntity, StreamInputEntity, HandOverEntity, RecordingEntity,
  ],
  migrations: [
    PlaceAndAgenda1763900000000, People1764000000000, SignIn1764000101000, Speakers1764000103000, Attendance1764000104000, Notifications1764000105000,
    PushAndFollowedSessions1764100000000, SessionOfACity1764110000000, PasskeySignIn1764110001000, PlanRun1764120000000, Board1764130000000,
    IdleAccounts1764190000000, Streams1764200000000, TellStreams1764200001000, PlanRunsAnew1764220000000, Recordings1764230000000,
    StreamEventsTold1764240100000, TestPictures1764240200000, Slides1764240300000,
  ],
};
