import type { Agenda } from '@contract/agenda.js';
import { completed, isIncomplete } from './device-copy.js';

const whole = { revision: 7, channels: { stage: { id: 'stage' } } } as unknown as Agenda;
const older: Partial<Agenda> = { ...whole };
delete older.channels;

describe('an agenda of a page that knew fewer things', () => {
  it('is completed with none of them, and told from one that has them', () => {
    expect(completed(older as Agenda)).toEqual({ revision: 7, channels: {} });
    expect(completed(whole)).toEqual(whole);
    expect([isIncomplete(older as Agenda), isIncomplete(whole), isIncomplete(completed(older as Agenda))]).toEqual([true, false, false]);
  });
});
