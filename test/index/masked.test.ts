import { dataOf } from './ask.ts';
import { useIndex } from './database.ts';
import { blindOf, contributeAll, id, record, sealed } from './pointers.ts';
import { askingOf, share } from './selector-world.ts';

const FIND = `query ($filter: RecordFilter, $orderBy: RecordOrder) {
  records(filter: $filter, orderBy: $orderBy) { edges { node { disclosure originator { code } record { id } } } }
}`;
const SHOWN = ['Record.title', 'Record.subjects', 'Record.recordedOn'];

describe('a telephone that one agency shows masked, another in full, and by which both let their records be found', () => {
  const index = useIndex();
  const clauses = ['ATF', 'ICE'].flatMap((code) => [
    share(`${code} shows`, code, { coordinates: SHOWN }),
    share(`${code} phones`, code, {
      coordinates: ['Person.phones'],
      ...(code === 'ATF' && { treatments: { 'Person.phones': 'masked' } }),
    }),
    share(`${code} calls`, code, { coordinates: ['Person.phones'], disclosure: 'CONTACT' }),
  ]);
  const find = async (filter: object, orderBy = 'RECORDED_ON_DESC') => {
    const data = await dataOf(index.database, askingOf('DEA', clauses), FIND, { filter, orderBy });
    const { edges } = (data as { records: { edges: { node: Found }[] } }).records;
    return edges.map(({ node }) => [node.originator.code, node.disclosure, node.record?.id ?? null]);
  };

  beforeAll(() =>
    contributeAll(
      index.database,
      ['ATF', 'ICE', 'DEA'].map((code, n) => ({
        ...record(code, n, { recordedOn: `2020-01-0${3 - n}` }),
        subjects: [{ id: id(500 + n), type: 'PERSON' as const, labels: {} }],
        selectors: [{ source: 1, subject: 0, blind: blindOf('number') }],
      })),
    ),
  );

  it('leads to the record only where it is shown in full; whom to call about stands behind, and not in its place in time', async () => {
    expect(await find({ phone: sealed([{ text: 'number' }]) })).toEqual([
      ['ICE', 'FULL', id(1)],
      ['DEA', 'FULL', id(2)],
      ['ATF', 'CONTACT', null],
    ]);
  });
});

interface Found {
  readonly disclosure: string;
  readonly originator: { readonly code: string };
  readonly record: { readonly id: string } | null;
}
