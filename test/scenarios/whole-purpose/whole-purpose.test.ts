import type { Caller } from '../../../policy/caller.ts';
import { foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { PURPOSE, useScenario, type AsOptions } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { MATCHES, confirmed, unconfirmed } from './data.ts';
import { serveIce } from './ice.ts';

const heard: Caller[] = [];
beforeEach(() => heard.splice(0));

const scenario = useScenario({
  agencies: ['ICE', 'DEA'],
  agreements: [AGREEMENT],
  data: { ICE: [confirmed, unconfirmed], DEA: [] },
  subgraphs: { ICE: serveIce(heard) },
});

const QUERY = recordsWith('title program office synopsis investigator');
const OFFENCE = 'offence="18 USC 1591"; max-penalty-months=120';
const CORE_DATA = `${PURPOSE}; stage=core-data; matches=${MATCHES.join(', ')}; ${OFFENCE}`;

const whole = {
  area: 'drug-trafficking',
  use: 'investigation',
  case: 'TEST-1',
  stage: 'core-data',
  matches: MATCHES,
  offence: { code: '18 USC 1591', maxPenaltyMonths: 120 },
};

/** What of both records, the confirmed one first, a viewer of DEA sees. */
async function sees(options: AsOptions) {
  const records = (foundIn(await scenario.as('DEA', options).query(QUERY))['ICE'] ?? []) as Record<
    string,
    string | null
  >[];
  return records.map((record) => Object.values(record).filter((value) => value !== null));
}

describe('a whole purpose', () => {
  it('reaches the agency, proven, with all that is vouched for of the viewer', async () => {
    const vouched = { trainings: ['privacy'], clearance: 'secret', contactPoint: false, name: 'Ada Brook' };
    await scenario.as('DEA', { purpose: `${CORE_DATA}; justification="by order; sealed"`, ...vouched }).query(QUERY);
    expect(heard).toEqual([
      {
        viewer: { sub: 'dea-analyst', agency: 'DEA', role: 'analyst', ...vouched },
        purpose: { ...whole, justification: 'by order; sealed' },
        ruleset: expect.stringMatching(/^sha256-/) as string,
      },
    ]);
  });

  it('is told in the answer, and recorded', async () => {
    const { visibility, recorded } = await scenario.as('DEA', { purpose: CORE_DATA }).query(QUERY);
    expect(visibility.purpose).toEqual(whole);
    expect(recorded).toMatchObject([{ purpose: whole }]);
  });

  it('opens what its stage opens, of the confirmed match alone', async () => {
    const titles = async (purpose: string) => (await sees({ purpose })).map((values) => values.join());
    expect(await titles(CORE_DATA)).toEqual([`${confirmed.title},OCDETF`, 'OCDETF']);
    expect(await titles(`${PURPOSE}; ${OFFENCE}`)).toEqual(['OCDETF', 'OCDETF']);
    expect(await titles(PURPOSE)).toEqual(['', '']);
  });

  it('asks nobody where its stage lacks something', async () => {
    const purpose = `${PURPOSE}; stage=core-data; ${OFFENCE}`;
    const { errors, status } = await scenario.as('DEA', { purpose }).query(QUERY);
    expect([status, errors?.map(({ extensions }) => extensions.code)]).toEqual([400, ['PURPOSE_INCOMPLETE']]);
    expect(heard).toEqual([]);
  });
});

describe('what an agency vouches for', () => {
  it.each<readonly [string, AsOptions, readonly string[]]>([
    ['nothing', {}, []],
    ['a training without a clearance', { trainings: ['privacy'] }, []],
    ['a clearance that is too low', { trainings: ['privacy'], clearance: 'restricted' }, []],
    ['a training and a clearance', { trainings: ['privacy'], clearance: 'secret' }, ['Omaha']],
    ['the contact point', { contactPoint: true }, ['A van.']],
    ['an officer by name', { sub: 'officer-17' }, ['Iris Inspector']],
    ['another officer', { sub: 'officer-18' }, []],
  ])('opens what clauses open to it: %s', async (_what, vouched, shown) => {
    expect(await sees(vouched)).toEqual([shown, shown]);
  });
});
