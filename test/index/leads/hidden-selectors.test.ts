import fc from 'fast-check';
import { prepareNotifications } from '../../../platform/notifications/store.ts';
import { lookOnce } from '../../../subgraphs/index/leads/look.ts';
import { ask } from '../ask.ts';
import { useIndex } from '../database.ts';
import { contributeAll, withdraw, type TestPointer } from '../pointers.ts';
import { EMAILS, PHONES, SURNAME, aCase, leading, phone } from './lead-world.ts';

/** Everything that a lead says, with its id and its place. */
const QUERY = `{ leads(first: 100) { pageInfo { hasNextPage endCursor } edges { cursor node {
  id rule status districts newDistricts sharedBy reason outcome answeredAt feedback { status } history { event }
  case { id } other { disclosure originator { code } case { id } } } } }
  some: leads(first: 2, filter: { rules: [NEW_DISTRICT] }) { pageInfo { hasNextPage endCursor } } }`;

/** A case: what of it may be searched by, and what may not; whether the latter is there before the former. */
interface Drawn {
  readonly agency: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly names: readonly string[];
  readonly districts: readonly string[];
  readonly early: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  agency: fc.constantFrom('DEA', 'ICE'),
  phones: fc.subarray(['a', 'b']),
  emails: fc.subarray(['x', 'y'], { minLength: 1 }),
  names: fc.constantFrom(
    [],
    [1, 6, 7].map((feature) => `NAME_AND_BIRTH:${feature}:k`),
  ),
  districts: fc.subarray(['d1', 'd2', 'd3'], { minLength: 1 }),
  early: fc.boolean(),
});

describe('a selector by which a viewer may not search', () => {
  const index = useIndex();
  beforeAll(() => prepareNotifications(index.url));

  const bring = async (cases: readonly TestPointer[]) => {
    for (const one of cases) {
      await contributeAll(index.database, [one]);
      while (await lookOnce(index.loads));
    }
  };
  const empty = () =>
    index.loads.query('TRUNCATE pointer, once_owned, selector, contribution, lead, lead_due, tips_entered CASCADE');
  const answer = async () => JSON.stringify(await ask(index.database, leading('DEA'), QUERY));
  beforeEach(empty);

  /** The agency's own are its own; of a witness's name, and of e-mail addresses, ICE tells DEA nothing. */
  const caseOf = (
    { agency, phones, emails, names, districts }: Drawn,
    n: number,
    shows: readonly ('open' | 'hidden')[],
  ) => {
    const open = phones.map((text) => [PHONES, text] as const);
    const hidden = [...emails.map((text) => [EMAILS, text] as const), ...names.map((text) => [SURNAME, text] as const)];
    const selectors = [
      ...(shows.includes('open') ? open : []),
      ...(shows.includes('hidden') || agency === 'DEA' ? hidden : []),
    ];
    return aCase(agency, n + 1, [{ labels: { dataSubjectCategory: 'WITNESS' }, selectors }], { districts });
  };

  it('changes nothing of their leads: not which there are, nor what is new, nor in which order, nor their ids', async () => {
    let [leads, led] = [0, 0];
    const run = fc.asyncProperty(fc.array(drawn, { minLength: 4, maxLength: 8 }), async (all) => {
      const early = (hidden: readonly 'hidden'[]) =>
        bring(all.map((one, n) => caseOf(one, n, one.early ? hidden : ['open', ...hidden])));
      const late = (hidden: readonly 'hidden'[]) => bring(all.map((one, n) => caseOf(one, n, ['open', ...hidden])));
      await empty();
      await early([]);
      await late([]);
      const without = await answer();
      await empty();
      await early(['hidden']);
      await late(['hidden']);
      expect(await answer()).toBe(without);
      led += (await index.loads.query('SELECT FROM lead')).rows.length;
      await late([]);
      expect(await answer()).toBe(without);
      leads += without.split('"NEW_DISTRICT"').length - 1;
    });
    await fc.assert(run, { numRuns: 6, seed: 20090618 });
    expect(leads).toBeGreaterThan(5);
    expect(led).toBeGreaterThan(2 * leads);
  });

  it('makes no district known', async () => {
    const email = { selectors: [[EMAILS, 'x']] } as const;
    const both = { selectors: [...phone('a').selectors, [EMAILS, 'x'] as const] };
    const own = [aCase('DEA', 1, [both]), aCase('DEA', 3, [email], { districts: ['elsewhere'] })];
    await bring([...own, aCase('ICE', 2, [phone('a')], { districts: ['elsewhere'] })]);
    const without = await answer();
    expect(without).toContain('"newDistricts":["elsewhere"]');
    await bring([aCase('ICE', 2, [both], { districts: ['elsewhere'] })]);
    expect(await answer()).toBe(without);
  });

  it('makes no lead by another one that too many cases have to tell anything', async () => {
    const hot = Array.from({ length: 201 }, (_, n) => aCase('ICE', n + 10, [phone('hot')]));
    await contributeAll(index.database, hot);
    const both = { selectors: [...phone('hot').selectors, [EMAILS, 'x'] as const] };
    await bring([aCase('DEA', 1, [both])]);
    const without = await answer();
    expect(without).not.toContain('"rule"');
    await bring([aCase('ICE', 10, [both])]);
    expect((await index.loads.query('SELECT FROM lead')).rows).not.toEqual([]);
    expect(await answer()).toBe(without);
    await withdraw(index.database, hot[200]!);
    expect(await answer()).toContain('"rule"');
  });
});
