import { generate } from '../../subgraphs/agency/data/generate.ts';
import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import { readContribution } from '../../subgraphs/index/contribution/read.ts';
import { pointersTo } from '../support/pointers.ts';
import { dataOf } from './ask.ts';
import { useIndex } from './database.ts';
import { asking } from './world.ts';

describe('what an agency’s outbox tells', () => {
  const index = useIndex();

  it('is what the index takes in, and every label of it comes back as it was told', async () => {
    const held = [];
    for await (const entity of generate({ agency: 'ICE', seed: 'test', records: 60 })) held.push(entity);
    const told = pointersTo(held);
    const sent = told.map(({ type, id, ...pointer }, at) => ({
      sequence: String(at),
      op: 'UPSERT',
      type,
      id,
      pointer,
    }));
    const { entries } = readContribution(JSON.parse(JSON.stringify({ agency: 'ICE', entries: sent })));
    await contribute(index.database, 'ICE', entries);
    expect(await index.database.pointer.count()).toBe(told.length);
    const rows = await index.database.pointer.findMany({ where: { type: 'RECORD' } });
    for (const { id, labels } of told.filter(({ type }) => type === 'RECORD')) {
      const row = rows.find((one) => one.id === id);
      expect(row).toMatchObject({
        kind: labels['kind'] ?? null,
        crimeAreas: labels['crimeAreas'],
        office: labels['office'] ?? null,
      });
      expect(row?.recordedOn?.toISOString().slice(0, 10) ?? null).toBe(labels['recordedOn'] ?? null);
    }
    const query = `{ records { totalCount } }`;
    expect(await dataOf(index.database, asking('ICE'), query)).toMatchObject({
      records: { totalCount: told.filter(({ type }) => type === 'RECORD').length },
    });
  });
});
