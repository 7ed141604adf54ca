import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import { pointersByEpoch } from '../../subgraphs/index/contribution/epochs.ts';
import { epochsTold } from '../../start/epochs-told.ts';
import type { Entry, PointerBody } from '../../subgraphs/index/contribution/entry.ts';
import { blindOf, id } from './pointers.ts';
import { useIndex } from './database.ts';

const PERSON = { id: id(900), type: 'PERSON', labels: { minor: false, nationalities: null } } as const;

describe('the selectors of a pointer', () => {
  const index = useIndex();
  let sequence = 0n;
  const told = (n: number, pointer: Partial<PointerBody>): Entry => ({
    sequence: sequence++,
    op: 'UPSERT',
    type: 'RECORD',
    id: id(n),
    pointer: { contactId: null, labels: {}, ...pointer },
  });
  const withdrawn = (n: number): Entry => ({ sequence: sequence++, op: 'WITHDRAW', type: 'RECORD', id: id(n) });
  const send = (...entries: readonly Entry[]) => contribute(index.database, 'ICE', entries);
  const stored = () =>
    index.database.$queryRaw<readonly object[]>`
      SELECT blind::text, pointer::text, source, subject FROM selector ORDER BY pointer, source, subject, blind`;

  beforeEach(async () => {
    await index.database.$executeRaw`TRUNCATE pointer, selector, once_owned`;
  });

  it('are kept with it, each with its source and its subject, and once', async () => {
    const line = { source: 15, blind: blindOf('a') };
    const phone = { source: 1, subject: 0, blind: blindOf('a') };
    await send(told(1, { subjects: [PERSON], selectors: [line, phone, phone], epoch: 3 }));
    expect(await stored()).toEqual([
      { blind: uuid('a'), pointer: id(1), source: 1, subject: 0 },
      { blind: uuid('a'), pointer: id(1), source: 15, subject: null },
    ]);
    const [pointer] = await index.database.pointer.findMany();
    expect(pointer).toMatchObject({ subjects: [PERSON], blinds: [uuid('a'), uuid('a')], epoch: 3 });
  });

  it('are replaced when it is told of again, and those of others are left', async () => {
    const of = (...texts: readonly string[]) => ({
      selectors: texts.map((text) => ({ source: 15, blind: blindOf(text) })),
      epoch: 1,
    });
    await send(told(1, of('a', 'b')), told(2, of('a')));
    await send(told(1, of('b', 'c')));
    expect(await stored()).toMatchObject([
      { blind: uuid('c'), pointer: id(1) },
      { blind: uuid('b'), pointer: id(1) },
      { blind: uuid('a'), pointer: id(2) },
    ]);
    await send(told(1, {}));
    expect(await stored()).toMatchObject([{ blind: uuid('a'), pointer: id(2) }]);
    const pointer = await index.database.pointer.findUnique({ where: { id: id(1) } });
    expect(pointer).toMatchObject({ subjects: [], blinds: [], epoch: null });
  });

  it('are counted by the epoch of the key, so that an operator knows which is still needed', async () => {
    const under = (epoch: number, text: string) => ({ selectors: [{ source: 15, blind: blindOf(text) }], epoch });
    await send(told(1, under(1, 'a')), told(2, under(1, 'b')), told(3, {}));
    expect(await pointersByEpoch(index.database)).toEqual([{ agency: 'ICE', epoch: 1, count: 2 }]);
    await send(told(1, under(2, 'a2')));
    const counted = await pointersByEpoch(index.database);
    expect(epochsTold(counted, [{ agency: 'DEA', source: 'CASE', epochs: [1], count: 4 }])).toEqual([
      'DEA  epoch 1  0 pointers  4 targets',
      'ICE  epoch 1  1 pointers  0 targets',
      'ICE  epoch 2  1 pointers  0 targets',
      expect.stringContaining('not all is blinded under epoch 2'),
      expect.stringMatching(/^ICE: 1 pointer under epoch 1: `npm run recontribute -- ICE`; .* --again`$/),
      'DEA: 4 cases in de-confliction under epoch 1: `npm run recontribute -- DEA`',
    ]);
    await send(told(2, under(2, 'b2')));
    expect(epochsTold(await pointersByEpoch(index.database), []).at(-1)).toBe(
      'all is blinded under epoch 2: any other may be retired',
    );
  });

  it('go with it when it is withdrawn', async () => {
    await send(told(1, { selectors: [{ source: 15, blind: blindOf('a') }], epoch: 1 }));
    await send(withdrawn(1));
    expect(await stored()).toEqual([]);
    await send(told(2, { selectors: [{ source: 15, blind: blindOf('a') }], epoch: 1 }), withdrawn(2));
    expect(await stored()).toEqual([]);
  });

  it('stay as they were when another agency’s entry is refused', async () => {
    await send(told(1, { selectors: [{ source: 15, blind: blindOf('a') }], epoch: 1 }));
    const before = await stored();
    for (const entry of [told(1, {}), withdrawn(1)])
      await expect(contribute(index.database, 'DEA', [entry])).rejects.toThrow('another agency');
    expect(await stored()).toEqual(before);
  });

  it('tell a load when their pointer changed last, and when it was withdrawn last', async () => {
    const at = async () => {
      const rows = await index.database.$queryRaw<readonly { at: Date }[]>`
        SELECT changed_at AS at FROM pointer UNION ALL SELECT withdrawn_at FROM once_owned`;
      return Math.max(...rows.map((row) => row.at.getTime()));
    };
    const later = async (entry: Entry) => {
      const [now] = await index.database.$queryRaw<
        readonly { now: Date }[]
      >`SELECT clock_timestamp()::timestamptz(3) AS now`;
      await send(entry);
      expect(await at()).toBeGreaterThanOrEqual(now!.now.getTime());
    };
    for (const entry of [told(1, {}), told(1, {}), withdrawn(1), told(1, {}), withdrawn(1)]) await later(entry);
  });
});

function uuid(text: string): string {
  const hex = Buffer.from(blindOf(text), 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
