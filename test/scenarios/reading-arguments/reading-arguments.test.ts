import { useScenario } from '../../support/scenario/scenario.ts';
import type { Seen } from '../../support/scenario/seen.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA } from './data.ts';

const scenario = useScenario({ agencies: ['ICE', 'DEA', 'FBI'], agreements: [AGREEMENT], data: DATA });

const FOUND = '{ totalCount edges { node { originator { code } } } }';
const KIND = 'REPORT_OF_INVESTIGATION';

interface Connection {
  readonly edges: readonly {
    readonly node: { readonly originator: { readonly code: string }; readonly record?: { readonly id: string } };
  }[];
}

/** Whose records were found, and whose the index was asked for. */
function found({ data: all, asked, sent }: Seen): unknown {
  const data: Readonly<Record<string, Connection>> = all;
  const [connection] = Object.values(data);
  const codes = connection?.edges.map(({ node }) => node.originator.code) ?? [];
  const told = JSON.stringify([asked['index'], sent['index']]);
  return { found: [...new Set(codes)], askedOfIce: told.includes('ICE') || !told.includes('originators') };
}

const ONLY_FBI = { found: ['FBI'], askedOfIce: false };

describe('a search by a withheld coordinate', () => {
  it.each<[string, string, object]>([
    ['as a literal', `{ records(filter: { kinds: [${KIND}] }) ${FOUND} }`, {}],
    ['as a single value for a list', `{ records(filter: { kinds: ${KIND} }) ${FOUND} }`, {}],
    ['under an alias', `{ other: records(filter: { kinds: [${KIND}] }) ${FOUND} }`, {}],
    ['in a fragment', `{ ...F } fragment F on Query { records(filter: { kinds: [${KIND}] }) ${FOUND} }`, {}],
    ['in a variable', `query ($k: [RecordKind!]) { records(filter: { kinds: $k }) ${FOUND} }`, { k: [KIND] }],
    [
      'in a variable within a list',
      `query ($k: RecordKind!) { records(filter: { kinds: [$k] }) ${FOUND} }`,
      { k: KIND },
    ],
    ['in a variable object', `query ($f: RecordFilter) { records(filter: $f) ${FOUND} }`, { f: { kinds: [KIND] } }],
    [
      'in the default of a variable',
      `query ($f: RecordFilter = { kinds: [${KIND}] }) { records(filter: $f) ${FOUND} }`,
      {},
    ],
    ['by a default within', `query ($k: [RecordKind!] = [${KIND}]) { records(filter: { kinds: $k }) ${FOUND} }`, {}],
  ])('finds nothing of whom withholds it, nor asks for it, %s', async (_how, query, variables) => {
    const seen = await scenario.as('DEA').query(query, variables);
    expect(seen.errors).toBeUndefined();
    expect(found(seen)).toEqual(ONLY_FBI);
  });

  it('counts as asking for it: the answer says that it is withheld, from whom, and by which argument', async () => {
    const query = `query ($f: RecordFilter) { a: records(filter: $f, orderBy: OCCURRED_ON_DESC) { totalCount } }`;
    const { visibility } = await scenario.as('DEA').query(query, { f: { kinds: [KIND], originators: ['ICE'] } });
    expect(visibility.withheld).toEqual([
      {
        originator: 'ICE',
        coordinate: 'Record.kind',
        reason: 'WITHHELD_BY_CLAUSE',
        clauses: ['test#2'],
        by: ['records.filter.kinds'],
        contact: expect.anything() as unknown,
      },
      expect.objectContaining({ coordinate: 'Record.occurredOn', by: ['records.orderBy'] }),
    ]);
  });

  it('says nothing of it where the filter is null, or where nobody chose the order', async () => {
    const { visibility } = await scenario.as('DEA').query('{ records(filter: { kinds: null }) { totalCount } }');
    expect(visibility.withheld).toEqual([]);
  });
});

describe('an order by a withheld coordinate', () => {
  it('puts the rows of whom withholds it last, in an order that does not tell it', async () => {
    const query = `query ($o: RecordOrder) { records(orderBy: $o) { edges { node { originator { code } record { id } } } } }`;
    const { data } = await scenario.as('DEA').query(query, { o: 'OCCURRED_ON_DESC' });
    const { records }: { readonly records: Connection } = data;
    expect(records.edges.map(({ node }) => node.originator.code)).toEqual(['FBI', 'ICE', 'ICE']);
    const ids = records.edges.slice(1).map(({ node }) => node.record?.id);
    expect(ids).toEqual([...ids].sort());
  });
});
