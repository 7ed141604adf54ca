import { useScenario, type AsOptions, type Scenario, type ScenarioOptions } from '../../support/scenario/scenario.ts';
import { switchable } from '../../support/scenario/stages.ts';
import { AGREEMENT } from './agreement.ts';
import { holdings } from './data.ts';
import { QUERIES } from './queries.ts';

const AGENCIES = ['ICE', 'FBI', 'DEA'];
const gatewayLock = { on: true };

const world = (agencyLock: boolean) => async (): Promise<ScenarioOptions> => ({
  agencies: AGENCIES,
  agreements: [AGREEMENT],
  data: await holdings(AGENCIES),
  agencyLock,
  stages: switchable(gatewayLock),
});
const locked = useScenario(world(true));
const unlocked = useScenario(world(false));

const VIEWERS: readonly (readonly [string, string, AsOptions])[] = [
  ['an analyst of DEA', 'DEA', {}],
  ['an analyst of FBI', 'FBI', {}],
  ['a prosecutor at FBI', 'FBI', { role: 'prosecutor' }],
  ['an analyst of ICE with another purpose', 'ICE', { purpose: 'area=cybercrime; use=analysis; case=TEST-1' }],
];

interface Question {
  readonly agency: string;
  readonly options: AsOptions;
  readonly query: string;
}

async function told(scenario: Scenario, gateway: boolean, { agency, options, query }: Question): Promise<string> {
  gatewayLock.on = gateway;
  const { data, errors } = await scenario.as(agency, options).query(query);
  expect(errors).toBeUndefined();
  return JSON.stringify(data, undefined, 1);
}

describe.each(VIEWERS)('%s', (_viewer, agency, options) => {
  it.each(QUERIES)(
    'sees of %s the same by the gateway’s lock alone, and by the agencies’ alone',
    async (_what, query) => {
      const question = { agency, options, query };
      const byBoth = await told(locked, true, question);
      expect(await told(unlocked, true, question)).toBe(byBoth);
      expect(await told(locked, false, question)).toBe(byBoth);
    },
  );
});

it('would see more without either', async () => {
  for (const [what, query] of QUERIES) {
    const question = { agency: 'DEA', options: {}, query };
    const byBoth = await told(locked, true, question);
    const byNone = await told(unlocked, false, question);
    if (what !== 'contacts') expect([what, byNone === byBoth]).toEqual([what, false]);
  }
});
