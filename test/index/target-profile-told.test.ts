import fc from 'fast-check';
import { prepareNotifications } from '../../platform/notifications/store.ts';
import { FEATURES } from '../../matching/person/features.ts';
import { dataOf } from './ask.ts';
import { useIndex } from './database.ts';
import { contributeAll, sealed, withdraw, type TestPointer } from './pointers.ts';
import { about, person } from './profile-world.ts';
import { askingOf, share } from './selector-world.ts';

const QUERY = `query ($of: TargetSought!) {
  targetProfile(of: $of, first: 200) {
    members { key cluster kind originator { code } subject
      records { disclosure record { id } } cases { disclosure case { id } } }
    links { from to score reasons { kind coordinates score } }
    graph { nodes { key kind originator { code } subjectKind subject selector } edges { from to why } }
    records { disclosure originator { code } record { id } }
    cases { disclosure originator { code } case { id } }
    truncated
  }
}`;

interface Told {
  readonly members: readonly { readonly key: string; readonly subject: string | null }[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
  readonly records: readonly { readonly disclosure: string }[];
  readonly truncated: boolean;
}

const index = useIndex();
beforeAll(() => prepareNotifications(index.url));

const NAMES = ['Person.surname', 'Person.firstNames', 'Person.dateOfBirth'];
const FOUND_BY = [...NAMES, 'Person.passports', 'Person.phones'];

/** ICE shows whom its records are about; of FBI it is told whom to call, and of USSS that there is something. */
const viewer = askingOf('DEA', [
  share('shown', 'ICE', { coordinates: ['Record.title', 'Record.subjects', ...FOUND_BY] }),
  share('contact', 'FBI', { coordinates: FOUND_BY, disclosure: 'CONTACT' }),
  share('existence', 'USSS', { coordinates: FOUND_BY, disclosure: 'EXISTS' }),
]);

type Written = Parameters<typeof about>[2][number][1];

const named = (who: string) =>
  [FEATURES.DATE_AND_WORD, FEATURES.YEAR_AND_NAME, FEATURES.MONTH_AND_NAME, FEATURES.NAME].map(
    (feature): Written => `NAME_AND_BIRTH:${feature}:${who}`,
  );

/** What the viewer may seek or follow, each by itself. */
const SELECTORS: readonly (readonly Written[])[] = [
  ['PASSPORT:1'],
  ['PHONE:1'],
  ['PHONE:2'],
  ['PHONE:3'],
  named('a'),
  named('b'),
];

const SHOWN = [
  about('ICE', 1, [[person(101), 'PASSPORT:1', 'PHONE:1', 'PHONE:2', ...named('a')]]),
  about('ICE', 2, [[person(102), 'PASSPORT:1', 'PHONE:3', ...named('b')]]),
];

const SOUGHT = [
  { passport: sealed([{ text: 'PASSPORT:1' }]) },
  { phone: sealed([{ text: 'PHONE:1' }]) },
  { person: { sealed: sealed(named('a').map((text) => ({ text, feature: Number(text.split(':')[1]) }))) } },
];

async function profilesAmong(hidden: readonly TestPointer[]): Promise<readonly Told[]> {
  const all = [...SHOWN, ...hidden];
  await contributeAll(index.database, all);
  const profiles: Told[] = [];
  for (const of of SOUGHT) {
    profiles.push(((await dataOf(index.database, viewer, QUERY, { of })) as { targetProfile: Told }).targetProfile);
  }
  for (const pointer of all) await withdraw(index.database, pointer);
  return profiles;
}

type Someone = readonly (readonly Written[])[];

const subject = (n: number, has: Someone) => [person(n), ...has.flat()] as Parameters<typeof about>[2][number];

describe('of records that are only told of, a profile does not say which selectors stand in one', () => {
  const originators = fc.constantFrom('FBI', 'USSS');
  const split = fc
    .tuple(fc.shuffledSubarray([...SELECTORS], { minLength: 2 }), fc.integer({ min: 1, max: 5 }))
    .map(([all, at]) => [all.slice(0, at), all.slice(at)] as const);

  it('be it one record with all of them, of one or of two, or two records', async () => {
    await fc.assert(
      fc.asyncProperty(originators, split, fc.boolean(), async (originator, [one, other], ofOne) => {
        const both = ofOne ? [subject(301, [...one, ...other])] : [subject(301, one), subject(302, other)];
        const together = await profilesAmong([about(originator, 50, both)]);
        const apart = await profilesAmong([
          about(originator, 51, [subject(303, one)]),
          about(originator, 52, [subject(304, other)]),
        ]);
        expect(JSON.stringify(together)).toBe(JSON.stringify(apart));
      }),
      { numRuns: 5, seed: 7 },
    );
  });

  it.each(['FBI', 'USSS'])(
    'has a member for each that leads there, joined with no other such: %s',
    async (originator) => {
      const [told] = await profilesAmong([about(originator, 50, [subject(301, SELECTORS.slice(0, 4))])]);
      const unseen = told!.members.filter((member) => member.subject === null).map(({ key }) => key);
      expect(unseen).toHaveLength(4);
      expect(told!.records.filter(({ disclosure }) => disclosure !== 'FULL')).toHaveLength(4);
      expect(told!.links.filter(({ from, to }) => unseen.includes(from) && unseen.includes(to))).toEqual([]);
    },
  );

  it('counts each towards how many a profile is made of', async () => {
    const has = SELECTORS.slice(0, 2);
    const many = Array.from({ length: 100 }, (_, at) => at);
    const together = await profilesAmong(many.map((n) => about('FBI', 100 + n, [subject(400 + n, has)])));
    const apart = await profilesAmong(
      many.flatMap((n) => has.map((one, at) => about('FBI', 300 + 2 * n + at, [subject(600 + 2 * n + at, [one])]))),
    );
    expect(together[0]!.truncated).toBe(true);
    expect(JSON.stringify(together)).toBe(JSON.stringify(apart));
  });
});
