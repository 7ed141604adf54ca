import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import type { Entry } from '../../subgraphs/index/contribution/entry.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { id } from './pointers.ts';
import { useIndex } from './database.ts';

function upsert(sequence: number, n: number, labels: object = {}, type: Entry['type'] = 'RECORD'): Entry {
  return {
    sequence: BigInt(sequence),
    op: 'UPSERT',
    type,
    id: id(n),
    pointer: { contactId: null, labels: { ...labels } },
  };
}

function withdrawal(sequence: number, n: number): Entry {
  return { sequence: BigInt(sequence), op: 'WITHDRAW', type: 'RECORD', id: id(n) };
}

describe('a contribution', () => {
  const index = useIndex();
  const pointers = () =>
    index.database.pointer.findMany({ select: { id: true, originator: true, program: true }, orderBy: { id: 'asc' } });
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => (error instanceof DeclaredError ? error.code : error),
    );

  beforeEach(async () => {
    await index.database.pointer.deleteMany();
    await index.database.contribution.deleteMany();
    await index.database.$executeRaw`DELETE FROM once_owned`;
  });

  it('is taken in once, however often it comes', async () => {
    const entries = [upsert(3, 1, { program: 'a' }), upsert(7, 2), withdrawal(8, 2)];
    expect(await contribute(index.database, 'ICE', entries)).toBe(8n);
    expect(await contribute(index.database, 'ICE', [upsert(9, 1, { program: 'b' })])).toBe(9n);
    expect(await contribute(index.database, 'ICE', entries)).toBe(9n);
    expect(await pointers()).toEqual([{ id: id(1), originator: 'ICE', program: 'b' }]);
  });

  it('is taken in where it was broken off', async () => {
    await contribute(index.database, 'ICE', [upsert(1, 1), upsert(2, 2)]);
    expect(await contribute(index.database, 'ICE', [upsert(2, 2, { program: 'old' }), upsert(3, 3)])).toBe(3n);
    expect((await pointers()).map(({ program }) => program)).toEqual([null, null, null]);
  });

  it('may begin with any number, and be empty', async () => {
    expect(await contribute(index.database, 'ICE', [])).toBe(-1n);
    expect(await contribute(index.database, 'ICE', [upsert(0, 1)])).toBe(0n);
    expect(await contribute(index.database, 'ICE', [])).toBe(0n);
  });

  it('is taken in once by two calls at the same time', async () => {
    const entries = Array.from({ length: 50 }, (_, at) => upsert(at, at % 10, { program: String(at) }));
    const calls = [0, 10, 20, 30].map((from) => contribute(index.database, 'ICE', entries.slice(from)));
    await Promise.all(calls);
    expect((await pointers()).map(({ program }) => program)).toEqual(
      Array.from({ length: 10 }, (_, at) => String(40 + at)),
    );
  });

  it('counts for each agency on its own', async () => {
    await contribute(index.database, 'ICE', [upsert(5, 1)]);
    expect(await contribute(index.database, 'DEA', [upsert(1, 2)])).toBe(1n);
    expect(await pointers()).toHaveLength(2);
  });

  it.each([
    ['writes', upsert(2, 1)],
    ['withdraws', withdrawal(2, 1)],
  ])('is refused whole when it %s a pointer of another agency: FOREIGN_POINTER', async (_, entry) => {
    await contribute(index.database, 'ICE', [upsert(1, 1, { program: 'mine' })]);
    expect(await codeOf(contribute(index.database, 'DEA', [upsert(1, 7), entry]))).toBe('FOREIGN_POINTER');
    expect(await pointers()).toEqual([{ id: id(1), originator: 'ICE', program: 'mine' }]);
    expect(await contribute(index.database, 'DEA', [upsert(1, 7)])).toBe(1n);
  });

  it('is refused when it claims what another agency has withdrawn, which that one may tell of again', async () => {
    await contribute(index.database, 'ICE', [upsert(1, 1), withdrawal(2, 1)]);
    expect(await codeOf(contribute(index.database, 'ICE', [upsert(3, 3), upsert(4, 1)]))).toBeUndefined();
    await contribute(index.database, 'ICE', [withdrawal(5, 1)]);
    expect(await codeOf(contribute(index.database, 'DEA', [upsert(1, 1)]))).toBe('FOREIGN_POINTER');
    expect(await contribute(index.database, 'ICE', [upsert(6, 1, { program: 'again' })])).toBe(6n);
    expect((await pointers()).map(({ originator }) => originator)).toEqual(['ICE', 'ICE']);
  });

  it('claims nothing by withdrawing what it never told of', async () => {
    await contribute(index.database, 'DEA', [withdrawal(1, 1)]);
    expect(await contribute(index.database, 'ICE', [upsert(1, 1)])).toBe(1n);
  });

  it('is refused when two agencies claim one id at the same time', async () => {
    const results = await Promise.all(
      ['ICE', 'DEA', 'FBI', 'ATF'].map((agency) => codeOf(contribute(index.database, agency, [upsert(1, 1)]))),
    );
    expect(results.filter((code) => code === undefined)).toHaveLength(1);
    expect(results.filter((code) => code === 'FOREIGN_POINTER')).toHaveLength(3);
  });

  it('is refused when a pointer would change its type', async () => {
    await contribute(index.database, 'ICE', [upsert(1, 1)]);
    expect(await codeOf(contribute(index.database, 'ICE', [upsert(2, 1, {}, 'CASE')]))).toBe('FOREIGN_POINTER');
  });

  it('replaces every label: one that is no longer told is no longer known', async () => {
    await contribute(index.database, 'ICE', [upsert(1, 1, { program: 'a', office: null, crimeAreas: [] })]);
    await contribute(index.database, 'ICE', [upsert(2, 1, { office: 'x' })]);
    const [pointer] = await index.database.pointer.findMany();
    expect(pointer).toMatchObject({ program: null, office: 'x', absent: [] });
  });

  it('passes over the withdrawal of what is not there', async () => {
    expect(await contribute(index.database, 'ICE', [withdrawal(1, 1)])).toBe(1n);
  });
});
