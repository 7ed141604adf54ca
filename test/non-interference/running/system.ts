import { startScenario, type Scenario, type ScenarioOptions } from '../../support/scenario/scenario.ts';
import { withoutGatewayLock } from '../../support/scenario/stages.ts';
import { agreed } from '../../support/scenario/agreed.ts';
import type { Agreement } from '../../../policy/agreement.ts';
import { AGENCIES } from '../words.ts';
import { loaderFor, type Loader } from './load.ts';

/** Which locks are on. */
export type Locks = 'both' | 'gateway' | 'agencies';

/** The product, running, whose agreements and data a test changes. */
export interface System {
  readonly scenario: Scenario;
  readonly loader: Loader;
  /** Puts agreements in the place of all that were there. @throws Error when one of them is not in force */
  agree(agreements: readonly Agreement[]): void;
  stop(): Promise<void>;
}

type Tampering = Pick<ScenarioOptions, 'stages' | 'index' | 'subgraphs'>;

/** Starts the product: gateway, agencies, index and registry, over HTTP, on databases. @param tampering with it, to see whether that is found */
export async function startSystem(locks: Locks, tampering: Tampering = {}): Promise<System> {
  const { scenario, stop } = await startScenario({
    agencies: AGENCIES,
    agreements: [agreed(AGENCIES, [{ id: '1' }])],
    data: {},
    hub: true,
    subgraphTimeoutMilliseconds: 60_000,
    agencyLock: locks !== 'gateway',
    ...(locks === 'agencies' && { stages: withoutGatewayLock }),
    ...tampering,
  });
  const loader = loaderFor(scenario);
  return {
    scenario,
    loader,
    agree(agreements) {
      scenario.agreements.put(agreements);
      const wrong = scenario.reports().filter(({ status }) => status !== 'signed');
      if (wrong.length > 0) throw new Error(`not in force: ${JSON.stringify(wrong, undefined, 2)}`);
    },
    stop: () => loader.stop().then(stop),
  };
}
