import type { EntityManager } from 'typeorm';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { HELD_ABOUT_A_PERSON, HELD_THROUGH } from './held-about-a-person.js';

type Row = Record<string, unknown>;

export interface PersonalData {
  exportedAt: string;
  /** By table: what it is, and one's rows in it. */
  tables: Record<string, { what: string; rows: Row[] }>;
}

/** Columns that check a secret or find a row: they say nothing about a person, and would help whoever finds the file. */
const CHECKS = /(_hash|_index|_sealed|^challenge|^public_key|^counter|^last_step|^previous_hash)$/;

/** Everything that is stored about one person, with what is sealed opened. Names of tables and columns are our own constants. */
export async function exportAccount(tx: EntityManager, sealing: Sealing, accountId: string): Promise<PersonalData> {
  const [account] = await tx.query<{ index: Buffer; sealed: Buffer }[]>(`SELECT email_index AS index, email_sealed AS sealed FROM account WHERE id = $1`, [accountId]);
  if (account === undefined) throw new Error(`account ${accountId} went away while it was read`);
  const tables: PersonalData['tables'] = {};
  for (const { table, column, what } of HELD_ABOUT_A_PERSON) {
    const rows = await read(tx, table, `${column} = $1`, column === 'email_index' ? account.index : accountId);
    tables[column === 'account_id' || column === 'email_index' ? table : `${table}.${column}`] = { what, rows };
  }
  for (const { table, column, through } of HELD_THROUGH) {
    const rows = await read(tx, table, `${column} IN (SELECT id FROM ${through} WHERE account_id = $1)`, accountId);
    tables[`${through}.${table}`] = { what: tables[through]?.what ?? '', rows };
  }
  for (const row of tables['account']?.rows ?? []) row['email'] = sealing.open(account.sealed, `account.email:${accountId}`);
  const names = await tx.query<{ id: string; sealed: Buffer }[]>(`SELECT id, legal_name_sealed AS sealed FROM registration WHERE account_id = $1 AND legal_name_sealed IS NOT NULL`, [accountId]);
  for (const { id, sealed } of names) {
    const row = tables['registration']?.rows.find((one) => one['id'] === id);
    if (row !== undefined) row['legal_name'] = sealing.open(sealed, `registration.legal_name:${id}`);
  }
  return { exportedAt: new Date().toISOString(), tables };
}

async function read(tx: EntityManager, table: string, where: string, value: unknown): Promise<Row[]> {
  const rows = await tx.query<{ row: Row }[]>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where} LIMIT 10000`, [value]);
  return rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([name]) => !CHECKS.test(name))));
}
