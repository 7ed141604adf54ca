import { Coverage } from './running/coverage.ts';
import { reportOf } from './running/report.ts';
import { run } from './running/run.ts';
import { startSystem, type System } from './running/system.ts';
import { casesOf } from './seed.ts';
import { switchable } from '../support/scenario/stages.ts';

const MILLISECONDS = 180_000;
/**
 * One world of two viewers by both locks, and by the agencies’ alone; the gateway’s alone, which needs another system, is
 * for the slow run. To start the product, and to plan operations, costs more than to ask.
 */
const WHOLE = { viewersPerWorld: 2, casesPerViewer: 25, documents: 8, texts: true, cases: casesOf(100) / 2 };

const MET = [
  ...['records', 'cases', 'record', 'visibility', 'ruleset', 'textSearches'].map((root) => `root ${root}`),
  ...['FULL', 'CONTACT'].map((level) => `level ${level}`),
  ...['NOT_COVERED', 'ROW_CONDITION'].map((reason) => `reason ${reason}`),
  ...['field', 'link', 'added', 'removed', 'order'].map((kind) => `change ${kind}`),
  ...['one’s own agency', 'another agency', 'text of another agency', 'page further on'],
];

/** Law 5: changing data that a viewer may not see changes no byte of their answer. */
describe('worlds that differ in what a viewer may not see tell the viewer the same', () => {
  const gatewayLock = { on: true };
  const all = new Coverage();
  let system: System;
  beforeAll(async () => {
    system = await startSystem('both', { stages: switchable(gatewayLock) });
  }, MILLISECONDS);
  afterAll(() => system.stop(), MILLISECONDS);

  it.each([
    ['both locks', true],
    ['the agencies’ lock alone', false],
  ])(
    'by %s',
    async (locks, on) => {
      gatewayLock.on = on;
      const { finding } = await run(system, { ...WHOLE, name: 'quick', worlds: `quick ${locks}` }, all);
      if (finding) throw new Error(await reportOf(system, finding));
    },
    MILLISECONDS,
  );

  it('in cases that met something to tell', () => {
    expect(all.cases).toBeGreaterThanOrEqual(casesOf(100));
    expect(all.fewest).toBeGreaterThan(20);
    expect(all.telling).toBeGreaterThan(0.3);
    expect(MET.filter((met) => all.of(met) === 0)).toEqual([]);
  });
});
