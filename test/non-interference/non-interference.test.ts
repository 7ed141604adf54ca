import { Coverage } from './running/coverage.ts';
import { reportOf } from './running/report.ts';
import { run } from './running/run.ts';
import { startSystem, type System } from './running/system.ts';
import { casesOf } from './seed.ts';
import { switchable } from '../support/scenario/stages.ts';

const MILLISECONDS = 180_000;
const PER_VIEWER = 17;
const WHOLE = { viewersPerWorld: 3, casesPerViewer: PER_VIEWER, documents: 8, cases: casesOf(150) / 3 };

/** Law 5: changing data that a viewer may not see changes no byte of their answer. */
describe('worlds that differ in what a viewer may not see tell the viewer the same', () => {
  const gatewayLock = { on: true };
  const all = new Coverage();
  const systems: System[] = [];
  beforeAll(async () => {
    systems.push(
      ...(await Promise.all([startSystem('both', { stages: switchable(gatewayLock) }), startSystem('gateway')])),
    );
  }, MILLISECONDS);
  afterAll(() => Promise.all(systems.map((system) => system.stop())), MILLISECONDS);

  it.each([
    ['both locks', 0, true],
    ['the agencies’ lock alone', 0, false],
    ['the gateway’s lock alone', 1, true],
  ])(
    'by %s',
    async (_name, index, on) => {
      gatewayLock.on = on;
      const { finding } = await run(systems[index]!, { ...WHOLE, name: 'quick' }, all);
      if (finding) throw new Error(await reportOf(systems[index]!, finding));
    },
    MILLISECONDS,
  );

  it('in cases that met something to tell', () => {
    expect(all.cases).toBeGreaterThanOrEqual(casesOf(150));
    expect(all.fewest).toBeGreaterThan(20);
    expect(all.telling).toBeGreaterThan(0.3);
    for (const met of ['level FULL', 'reason ROW_CONDITION', 'page further on', 'change added', 'change removed'])
      expect([met, all.of(met)]).not.toEqual([met, 0]);
  });
});
