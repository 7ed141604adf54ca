import { Coverage } from './running/coverage.ts';
import { reportOf } from './running/report.ts';
import { run } from './running/run.ts';
import { startSystem, type System } from './running/system.ts';
import { casesOf } from './seed.ts';
import { switchable } from '../support/scenario/stages.ts';

const MILLISECONDS = 180_000;
/** One world of two viewers by each lock: to start the product, and to plan operations, costs more than to ask. */
const WHOLE = { viewersPerWorld: 2, casesPerViewer: 25, documents: 8, cases: casesOf(150) / 3 };

const MET = [
  ...['records', 'cases', 'record', 'visibility', 'ruleset'].map((root) => `root ${root}`),
  ...['FULL', 'CONTACT'].map((level) => `level ${level}`),
  ...['NOT_COVERED', 'WITHHELD_BY_CLAUSE', 'ROW_CONDITION'].map((reason) => `reason ${reason}`),
  ...['field', 'link', 'added', 'removed', 'order'].map((kind) => `change ${kind}`),
  ...['one’s own agency', 'another agency', 'page further on'],
];

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
    async (locks, index, on) => {
      gatewayLock.on = on;
      const { finding } = await run(systems[index]!, { ...WHOLE, name: 'quick', worlds: `quick ${locks}` }, all);
      if (finding) throw new Error(await reportOf(systems[index]!, finding));
    },
    MILLISECONDS,
  );

  it('in cases that met something to tell', () => {
    expect(all.cases).toBeGreaterThanOrEqual(casesOf(150));
    expect(all.fewest).toBeGreaterThan(20);
    expect(all.telling).toBeGreaterThan(0.3);
    expect(MET.filter((met) => all.of(met) === 0)).toEqual([]);
  });
});
