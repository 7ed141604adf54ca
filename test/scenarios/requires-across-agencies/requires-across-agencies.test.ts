import { foundIn, recordsWith } from '../../support/scenario/hits.ts';
import type { Seen } from '../../support/scenario/seen.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { agreement, programsTo, titlesTo } from './agreement.ts';
import { cyber, drugs, sealed } from './data.ts';
import { PROSECUTORS } from './prosecutors.ts';

const scenario = useScenario(async () => ({
  agencies: ['ICE', 'DEA', 'USAO'],
  agreements: [agreement()],
  data: { ICE: [drugs, cyber, sealed], DEA: [] },
  supergraphSdl: await PROSECUTORS.compose(),
  subgraphs: { USAO: PROSECUTORS.serve },
}));

const QUERY = recordsWith('... on IceRecord { program prosecutionNote }');

/** The titles that the prosecutors' subgraph was sent, by record. */
function titlesSent({ sent }: Seen): Readonly<Record<string, unknown>> {
  const representations = (sent['USAO'] ?? []).flatMap(
    (variables) => variables['representations'] as readonly { readonly id: string; readonly title?: unknown }[],
  );
  return Object.fromEntries(representations.map(({ id, title }) => [id, title ?? null]));
}

const BOTH = ['DEA', 'USAO'];

describe('a field of one agency that another’s subgraph requires', () => {
  it('is sent where both the viewer and that agency are entitled to it', async () => {
    scenario.agreements.put([agreement(titlesTo(BOTH))]);
    const seen = await scenario.as('DEA').query(QUERY);
    expect(titlesSent(seen)).toEqual({ [drugs.id]: drugs.title, [cyber.id]: cyber.title, [sealed.id]: null });
  });

  it('is not sent where only the viewer is', async () => {
    scenario.agreements.put([agreement(titlesTo(['DEA']), programsTo(['USAO']))]);
    const seen = await scenario.as('DEA').query(recordsWith('title ... on IceRecord { prosecutionNote }'));
    expect(foundIn(seen)['ICE']).toContainEqual(expect.objectContaining({ title: drugs.title }));
    expect(titlesSent(seen)).toEqual({ [drugs.id]: null, [cyber.id]: null, [sealed.id]: null });
    expect(JSON.stringify(seen.sent['USAO'])).not.toContain(drugs.title);
  });

  it('is not even asked for where only that agency is', async () => {
    scenario.agreements.put([agreement(titlesTo(['USAO']), programsTo(['DEA']))]);
    const seen = await scenario.as('DEA').query(QUERY);
    expect(seen.asked['ICE']?.join()).not.toContain('title');
    expect(seen.asked['USAO']).toBeUndefined();
  });

  it('is sent on the rows that both clauses and marks leave that agency', async () => {
    const where = { crimeAreas: { anyOf: ['drug-trafficking'] } };
    scenario.agreements.put([
      agreement(titlesTo(['USAO'], { where }), titlesTo(['DEA'], { where: { crimeAreas: { noneOf: ['terrorism'] } } })),
    ]);
    expect(scenario.reports()).toMatchObject([{ status: 'signed' }]);
    const seen = await scenario.as('DEA').query(QUERY);
    expect(titlesSent(seen)).toMatchObject({ [drugs.id]: drugs.title, [cyber.id]: null, [sealed.id]: null });
  });

  it('is sent as that agency may see it', async () => {
    const treatments = { 'Record.title': 'masked' };
    scenario.agreements.put([agreement(titlesTo(['USAO'], { treatments }), titlesTo(['DEA']))]);
    const seen = await scenario.as('DEA').query(recordsWith('title ... on IceRecord { prosecutionNote }'));
    expect(titlesSent(seen)).toMatchObject({ [drugs.id]: '••••rcel' });
    expect(foundIn(seen)['ICE']).toContainEqual(expect.objectContaining({ title: drugs.title }));
  });

  it('is not sent for a purpose that is not that agency’s', async () => {
    scenario.agreements.put([agreement(titlesTo(['USAO'], { for: { uses: ['prosecution'] } }), titlesTo(['DEA']))]);
    expect(titlesSent(await scenario.as('DEA').query(QUERY))[drugs.id]).toBeNull();
    const forTrial = { purpose: 'area=drug-trafficking; use=prosecution; case=TEST-1' };
    expect(titlesSent(await scenario.as('DEA', forTrial).query(QUERY))[drugs.id]).toBe(drugs.title);
  });

  it('makes what that agency’s own viewers see', async () => {
    scenario.agreements.put([
      agreement(titlesTo(['USAO'], { where: { crimeAreas: { anyOf: ['drug-trafficking'] } } }), programsTo(['USAO'])),
    ]);
    const seen = await scenario.as('USAO').query(QUERY);
    expect(foundIn(seen)['ICE']).toEqual([
      { program: 'OCDETF', prosecutionNote: 'On A parcel' },
      { program: 'OCDETF', prosecutionNote: 'On a record' },
    ]);
  });

  it('makes nothing for whom no clause of that agency names, and it is not asked', async () => {
    const { clauses, ...rest } = agreement(titlesTo(BOTH));
    scenario.agreements.put([{ ...rest, clauses: clauses.filter(({ id }) => id !== 'note') }]);
    const seen = await scenario.as('DEA').query(QUERY);
    expect(seen.asked['USAO']).toBeUndefined();
    expect(foundIn(seen)['ICE']).toContainEqual({ program: null, prosecutionNote: null });
    expect(seen.withheld).toContainEqual({
      originator: 'USAO',
      coordinate: 'IceRecord.prosecutionNote',
      reason: 'NOT_COVERED',
      because: [],
    });
  });
});
