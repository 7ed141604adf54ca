import { aHolding } from '../../support/holdings.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';

const held = { ICE: aHolding('ICE'), FBI: aHolding('FBI'), DEA: aHolding('DEA') };
const scenario = useScenario({
  agencies: ['ICE', 'FBI', 'DEA', 'ATF'],
  agreements: [AGREEMENT],
  data: { ICE: held.ICE.all, FBI: held.FBI.all, DEA: held.DEA.all },
});

const QUERY = '{ records { edges { node { originator { code } disclosure record { title narrative } } } } }';

interface Hits {
  readonly records: {
    readonly edges: readonly {
      readonly node: { readonly originator: { readonly code: string }; readonly record: unknown };
    }[];
  };
}

describe('a centre of many members', () => {
  it('shows in one list a field that one originator shares and another withholds', async () => {
    const { data, asked, withheld } = await scenario.as('DEA').query(QUERY);
    const records = Object.fromEntries(
      (data as Hits).records.edges.map(({ node }) => [node.originator.code, node.record]),
    );
    expect(records).toEqual({
      DEA: { title: held.DEA.record.title, narrative: held.DEA.record.narrative },
      FBI: { title: held.FBI.record.title, narrative: held.FBI.record.narrative },
      ICE: { title: held.ICE.record.title, narrative: null },
    });
    expect(asked['ICE']?.join()).not.toContain('narrative');
    expect(asked['FBI']?.join()).toContain('narrative');
    expect(asked['ATF']).toBeUndefined();
    expect(withheld).toContainEqual({
      originator: 'ICE',
      coordinate: 'Record.narrative',
      reason: 'WITHHELD_BY_CLAUSE',
      because: ['centre#4'],
    });
  });

  it('names the clauses of what is disclosed, and records it', async () => {
    const { visibility, recorded } = await scenario.as('DEA').query(QUERY);
    expect(visibility.disclosed).toContainEqual({ originator: 'ICE', clauses: ['centre#3'] });
    expect(recorded).toHaveLength(1);
    expect(recorded[0]).toMatchObject({ agency: 'DEA', case: 'TEST-1', area: 'drug-trafficking' });
    expect(recorded[0]?.disclosed).toContainEqual({
      originator: 'ICE',
      clauses: ['centre#3'],
      coordinates: ['Record.title'],
    });
  });
});
