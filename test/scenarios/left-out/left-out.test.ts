import type { Agreement } from '../../../policy/agreement.ts';
import type { Bundle } from '../../../policy/bundle.ts';
import { foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { CENTRE, KEPT, KEPT_NO_MORE } from './agreement.ts';
import { fbi, ice } from './data.ts';
import { remembering } from './remembering.ts';

// The gateway remembers nothing, as if it were a compromised one, and neither does FBI. ICE has an archive.
const scenario = useScenario({
  agencies: ['ICE', 'FBI', 'DEA'],
  agreements: [CENTRE, KEPT],
  data: { ICE: ice.all, FBI: fbi.all, DEA: [] },
  subgraphs: { ICE: remembering('ICE', ice.all) },
});

const { narrative, title } = ice.record;
const ask = () => scenario.as('DEA').query(recordsWith('title narrative'));
const ENTITY = 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on IceRecord { title narrative } } }';
const pastTheGateway = () =>
  scenario.direct('ICE', 'DEA', ENTITY, { all: [{ __typename: 'IceRecord', id: ice.record.id }] });

/** Everything as it was signed. */
const whole = () => scenario.agreements.put([CENTRE, KEPT]);

function without({ documents, signatures, ...bundle }: Bundle, left: 'document' | 'signature' | 'text'): Bundle {
  const { DEA: _, ...kept } = signatures['kept'] ?? {};
  const others = documents.filter(({ path }) => path !== 'kept.yaml');
  if (left === 'document') return { ...bundle, documents: others, signatures };
  if (left === 'text') return { ...bundle, documents: [...others, { path: 'kept.yaml', text: 'id: [' }], signatures };
  return { ...bundle, documents, signatures: { ...signatures, kept } };
}

describe('what an agency has seen, and the gateway leaves out,', () => {
  it('is withheld while it is there', async () => {
    whole();
    const { data, asked } = await ask();
    expect(foundIn({ data })).toEqual({
      ICE: [{ title, narrative: null }],
      FBI: [{ title: fbi.record.title, narrative: null }],
    });
    expect(asked['ICE']?.join()).not.toContain('narrative');
  });

  it.each(['document', 'signature', 'text'] as const)(
    'stays withheld by the agency that remembers it: its %s is gone',
    async (left) => {
      scenario.agreements.tell(without(whole(), left));
      const { data, asked } = await ask();
      // The gateway's lock is open, and so is FBI's, which remembers nothing.
      expect(asked['ICE']?.join()).toContain('narrative');
      expect(foundIn({ data })).toEqual({
        ICE: [{ title, narrative: null }],
        FBI: [{ title: fbi.record.title, narrative: fbi.record.narrative }],
      });
      expect((await pastTheGateway()).data).toEqual({ _entities: [{ title, narrative: null }] });
    },
  );

  it('opens when all its parties sign what takes its place', async () => {
    scenario.agreements.put([CENTRE, KEPT_NO_MORE]);
    expect((await pastTheGateway()).data).toEqual({ _entities: [{ title, narrative }] });
    expect(foundIn(await ask())['ICE']).toEqual([{ title, narrative }]);
  });

  it('stays withheld when an older text comes back in the place of a newer one', async () => {
    const rules = (effective: string, clauses: Agreement['clauses']): Agreement => ({
      ...KEPT,
      id: 'rules',
      effective,
      clauses,
    });
    const older = () => scenario.agreements.put([CENTRE, rules('2010-01-01', CENTRE.clauses)]);
    older();
    expect((await pastTheGateway()).data).toEqual({ _entities: [{ title, narrative }] });
    scenario.agreements.put([CENTRE, rules('2010-01-02', KEPT.clauses)]);
    expect((await pastTheGateway()).data).toEqual({ _entities: [{ title, narrative: null }] });
    older();
    expect((await pastTheGateway()).data).toEqual({ _entities: [{ title, narrative: null }] });
  });

  it('shares nothing while it is suspended, though the suspension is left out, and again when what took it back is', async () => {
    const before = whole();
    scenario.agreements.give({ kind: 'suspend', party: 'ICE' }, CENTRE);
    expect(foundIn(await ask())['ICE']).toBeUndefined();
    scenario.agreements.tell(before);
    expect(foundIn(await ask())['ICE'] ?? []).not.toContainEqual(expect.objectContaining({ title }));
    expect((await pastTheGateway()).data).toEqual({ _entities: [null] });
    scenario.agreements.give({ kind: 'resume', party: 'ICE' }, CENTRE);
    expect((await pastTheGateway()).data).toEqual({ _entities: [{ title, narrative: null }] });
    scenario.agreements.tell(before);
    expect((await pastTheGateway()).data).toEqual({ _entities: [null] });
  });
});
