import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conferences } from '../conferences/conference.queries.js';
import type { ExportFormat } from '../contract/exchange.js';
import type { ConferenceId } from '../contract/ids.js';
import { readSnapshot } from './write/export-schedule.js';
import type { ExportedSchedule } from './write/exported-schedule.js';
import { writeFile } from './write/write-file.js';

const MOST = 10;

/** A published agenda at one revision, ready to be written, and the files written from it so far. */
export class HeldExport {
  private readonly files = new Map<ExportFormat, string>();

  constructor(readonly schedule: ExportedSchedule) {}

  get tag(): string {
    return `W/"${this.schedule.revision}.${this.schedule.conference.id}"`;
  }

  file(format: ExportFormat): string {
    const text = this.files.get(format) ?? writeFile(this.schedule, format);
    this.files.set(format, text);
    return text;
  }
}

/** What calendars and other programs read again and again: read from the database once a revision. */
@Injectable()
export class ExportedSchedules {
  /** Least recently used first. */
  private readonly held = new Map<ConferenceId, { revision: number; reading: Promise<HeldExport> }>();

  constructor(private readonly source: DataSource, private readonly conferences: Conferences) {}

  /** @throws ProblemError `not-found`, for a draft too */
  async bySlug(slug: string): Promise<HeldExport> {
    const { id } = await this.conferences.publishedBySlug(slug);
    const [row] = await this.source.query<{ revision: string }[]>(`SELECT revision FROM conference WHERE id = $1`, [id]);
    const revision = Number(row?.revision ?? 0);
    const known = this.held.get(id);
    if (known?.revision === revision) return await known.reading;
    const reading = readSnapshot(this.source, id).then((schedule) => new HeldExport(schedule));
    this.held.delete(id);
    this.held.set(id, { revision, reading });
    for (const oldest of this.held.keys()) if (this.held.size > MOST) this.held.delete(oldest);
    // a failed reading must not be answered to everyone after
    reading.catch(() => this.held.delete(id));
    return await reading;
  }
}
