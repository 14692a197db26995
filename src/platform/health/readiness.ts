import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export type Check = 'ok' | 'failed';

export interface ReadinessReport {
  ready: boolean;
  checks: { database: Check; migrations: Check; running: Check };
}

/** Milliseconds that the database may take to answer. */
const PATIENCE = 2_000;

/** Whether a load balancer should send people here. */
@Injectable()
export class Readiness {
  private isShuttingDown = false;
  private isMigrated = false;

  constructor(private readonly source: DataSource) {}

  /** From now on the answer is no; said before anything stops, so that balancers turn away first. */
  shutDown(): void {
    this.isShuttingDown = true;
  }

  async report(): Promise<ReadinessReport> {
    const database = await this.databaseAnswers();
    const checks: ReadinessReport['checks'] = {
      database: database ? 'ok' : 'failed',
      migrations: database && (await this.migrationsRan()) ? 'ok' : 'failed',
      running: this.isShuttingDown ? 'failed' : 'ok',
    };
    return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
  }

  private async databaseAnswers(): Promise<boolean> {
    let patience: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      patience = setTimeout(() => reject(new Error('the database takes too long')), PATIENCE);
    });
    try {
      await Promise.race([this.source.query('SELECT 1'), tooLong]);
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(patience);
    }
  }

  /** Asked until it is true once: the schema of a running process does not go back. */
  private async migrationsRan(): Promise<boolean> {
    if (!this.isMigrated) this.isMigrated = !(await this.source.showMigrations().catch(() => true));
    return this.isMigrated;
  }
}
