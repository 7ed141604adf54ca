import { recordsWith } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { toldTo } from '../../support/scenario/told.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA } from './data.ts';

const scenario = useScenario({ agencies: ['ICE', 'DEA'], agreements: [AGREEMENT], data: DATA, hub: true });

const WHY = 'Two hostages; the deadline is tonight.';
const THREAT = `area=drug-trafficking; use=threat-to-life; case=TEST-1; justification="${WHY}"`;
const QUERY = recordsWith('title narrative');

const ledgerOf = async (agency: string) => {
  const query = `{ disclosures(first: 1) { edges { node {
    recipient viewer override purpose { use justification } disclosed { originator clauses }
  } } } }`;
  const { data } = await scenario.as(agency, { role: 'auditor', purpose: null }).query(query);
  return (data as { disclosures: { edges: { node: unknown }[] } }).disclosures.edges[0]?.node;
};

describe('when life is in danger', () => {
  it('the originator is told, with the reason, and the ledger says so to both', async () => {
    const { text } = await scenario.as('DEA', { purpose: THREAT }).query(QUERY);
    expect(text).toContain('where they are held');
    const purpose = { use: 'threat-to-life', justification: WHY };
    expect(await toldTo(scenario, 'ICE')).toEqual([
      {
        kind: 'OVERRIDE',
        recipient: 'DEA',
        viewer: 'dea-analyst',
        clauses: ['test#life'],
        coordinates: ['Record.narrative'],
        purpose: { area: 'drug-trafficking', case: 'TEST-1', ...purpose },
      },
    ]);
    expect(await toldTo(scenario, 'DEA')).toEqual([]);
    const entry = {
      recipient: 'DEA',
      viewer: 'dea-analyst',
      override: true,
      purpose,
      disclosed: [{ originator: 'ICE', clauses: ['test#life', 'test#titles'] }],
    };
    expect(await ledgerOf('DEA')).toEqual(entry);
    expect(await ledgerOf('ICE')).toEqual(entry);
  });

  it('nobody is told where what is asked is shared anyway', async () => {
    const before = await toldTo(scenario, 'ICE');
    await scenario.as('DEA').query(QUERY);
    expect(await toldTo(scenario, 'ICE')).toEqual(before);
    expect(await ledgerOf('ICE')).toMatchObject({ override: false });
  });
});

it('is answered to nobody when the originator cannot be told', async () => {
  scenario.ledger.fail = true;
  const before = await toldTo(scenario, 'ICE');
  const { text, errors } = await scenario.as('DEA', { purpose: THREAT }).query(QUERY);
  scenario.ledger.fail = false;
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LEDGER_UNAVAILABLE']);
  expect(text).not.toContain('where they are held');
  expect(await toldTo(scenario, 'ICE')).toEqual(before);
});
