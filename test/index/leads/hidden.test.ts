import fc from 'fast-check';
import { prepareNotifications } from '../../../platform/notifications/store.ts';
import { lookOnce } from '../../../subgraphs/index/leads/look.ts';
import { ask } from '../ask.ts';
import { useIndex } from '../database.ts';
import { contributeAll, withdraw, type TestPointer } from '../pointers.ts';
import { PHONES, REGISTRATIONS, SURNAME, aCase, leading, type TestSubject } from './lead-world.ts';

/** Everything that a lead says but its id, which is made of chance. */
const QUERY = `{ leads(first: 100) { pageInfo { hasNextPage hasPreviousPage } edges { node {
  rule status districts newDistricts sharedBy reason outcome answeredAt feedback { status } history { event }
  case { id } other { disclosure originator { code } contact { id } case { id } labels(names: ["crimeAreas"]) } } } }
  some: leads(first: 2, filter: { rules: [SHARED_SELECTOR], status: [NEW] }) { pageInfo { hasNextPage } } }`;

const texts = fc.subarray(['a', 'b', 'c'], { minLength: 1 });
const person: fc.Arbitrary<TestSubject> = texts.map((phones) => ({
  selectors: [
    ...phones.map((text) => [PHONES, text] as const),
    ...[1, 6, 7].map((feature) => [SURNAME, `NAME_AND_BIRTH:${feature}:k`] as const),
  ],
}));
const organization: fc.Arbitrary<TestSubject> = texts.map((numbers) => ({
  type: 'ORGANIZATION',
  labels: {},
  selectors: numbers.map((text) => [REGISTRATIONS, text] as const),
}));
const subjects = fc.array(fc.oneof(person, organization), { minLength: 1, maxLength: 2 });
const districts = fc.subarray(['d1', 'd2', 'd3']);

/** Cases to which the grant of DEA may lead, or its own. */
const seen = fc.record({ hidden: fc.constant(false), agency: fc.constantFrom('DEA', 'ICE'), subjects, districts });
/** Cases to which it leads in no way: of another area, of agencies that share nothing, or that alone are told. */
const hidden = fc.record({
  hidden: fc.constant(true),
  agency: fc.constantFrom('ICE', 'ICRF', 'USSS', 'ATF'),
  subjects,
  districts,
});

describe('a case to which a viewer may not be led', () => {
  const index = useIndex();
  beforeAll(() => prepareNotifications(index.url));

  const bring = async (cases: readonly TestPointer[]) => {
    for (const one of cases) {
      await contributeAll(index.database, [one]);
      await lookOnce(index.loads);
    }
  };
  const empty = () => index.loads.query('TRUNCATE pointer, once_owned, selector, lead, lead_due CASCADE');
  const answer = async () => JSON.stringify(await ask(index.database, leading('DEA'), QUERY));

  it('changes nothing of their leads, whenever it comes and goes', async () => {
    let leads = 0;
    const run = fc.asyncProperty(fc.array(fc.oneof(seen, hidden), { minLength: 4, maxLength: 9 }), async (drawn) => {
      const cases = drawn.map(({ agency, subjects: of, districts: where, hidden: closed }, n) => ({
        closed,
        case: aCase(agency, n + 1, of, { districts: where, ...(closed && { crimeAreas: ['cybercrime'] }) }),
      }));
      await empty();
      await bring(cases.filter(({ closed }) => !closed).map((one) => one.case));
      const without = await answer();
      await empty();
      await bring(cases.map((one) => one.case));
      expect(await answer()).toBe(without);
      for (const one of cases.filter(({ closed }) => closed)) await withdraw(index.database, one.case);
      expect(await answer()).toBe(without);
      while (await lookOnce(index.loads));
      expect(await answer()).toBe(without);
      leads += without.split('"rule"').length - 1;
    });
    await fc.assert(run, { numRuns: 12, seed: 20090618 });
    expect(leads).toBeGreaterThan(10);
  });
});
