import fc from 'fast-check';
import { prepareNotifications } from '../../platform/notifications/store.ts';
import { FEATURES } from '../../matching/person/features.ts';
import type { Asking } from '../../subgraphs/kit/subgraph.ts';
import { dataOf, refusalOf } from './ask.ts';
import { useIndex } from './database.ts';
import { contributeAll, id, sealed, withdraw, type TestPointer } from './pointers.ts';
import { about, askingUnder, person } from './profile-world.ts';
import { askingOf, share } from './selector-world.ts';

const QUERY = `query ($of: TargetSought!, $first: Int) {
  targetProfile(of: $of, first: $first) {
    members { key cluster kind originator { code } subject
      records { disclosure record { id } } cases { disclosure case { id } } }
    links { from to score reasons { kind coordinates score } }
    graph {
      nodes { key kind originator { code } subjectKind subject selector }
      edges { from to why }
    }
    records { disclosure originator { code } record { id } }
    cases { disclosure }
    truncated
  }
}`;

interface Told {
  readonly members: readonly {
    readonly key: string;
    readonly cluster: number;
    readonly kind: string | null;
    readonly originator: { readonly code: string };
    readonly subject: string | null;
    readonly records: readonly { readonly disclosure: string; readonly record: { readonly id: string } | null }[];
  }[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly score: number;
    readonly reasons: readonly { readonly kind: string; readonly coordinates: readonly string[] }[];
  }[];
  readonly graph: {
    readonly nodes: readonly { readonly key: string; readonly kind: string; readonly subject: string | null }[];
    readonly edges: readonly { readonly from: string; readonly to: string; readonly why: string }[];
  };
  readonly truncated: boolean;
}

const index = useIndex();
beforeAll(() => prepareNotifications(index.url));
afterEach(async () => {
  for (const pointer of held.splice(0)) await withdraw(index.database, pointer);
});
const held: TestPointer[] = [];

async function hold(...pointers: readonly TestPointer[]): Promise<void> {
  held.push(...pointers);
  await contributeAll(index.database, pointers);
}

const passport = (number: string) => ({ passport: sealed([{ text: `PASSPORT:${number}` }]) });
const phone = (number: string) => ({ phone: sealed([{ text: `PHONE:${number}` }]) });

async function profileOf(of: object, viewer: Asking = askingUnder(), first = 50): Promise<Told> {
  const { targetProfile } = (await dataOf(index.database, viewer, QUERY, { of, first })) as { targetProfile: Told };
  return targetProfile;
}

/** Who is in a profile: cluster, agency, and who it is. */
const who = ({ members }: Told) =>
  members.map(({ cluster, originator, subject }) => [cluster, originator.code, subject && Number(subject.slice(-4))]);
const linked = ({ links }: Told) => links.map(({ from, to, reasons }) => [from, to, reasons.map(({ kind }) => kind)]);

describe('a target profile', () => {
  it('has what is shown where one selector leads, and only exists where another does, as two, and does not tell that they are one', async () => {
    const viewer = askingOf('DEA', [
      share('shown', 'ICE', { coordinates: ['Record.title', 'Record.subjects', 'Person.surname', 'Person.phones'] }),
      share('of adults', 'ICE', { coordinates: ['Person.passports'], where: { minor: false } }),
      share('exist', 'ICE', { coordinates: ['Person.passports', 'Person.phones'], disclosure: 'EXISTS' }),
    ]);
    await hold(
      about('ICE', 81, [[person(881, true), 'PASSPORT:81', 'PHONE:81']]),
      about('ICE', 82, [[person(882), 'PASSPORT:81', 'PHONE:81']]),
    );
    const profile = await profileOf(passport('81'), viewer);
    const told = profile.members.map(({ key, subject, records }) => {
      const [{ disclosure, record }] = records as [(typeof records)[number]];
      return [key, subject && Number(subject.slice(-4)), disclosure, record && Number(record.id.slice(-4))];
    });
    expect(told.map(([, ...of]) => of)).toEqual(
      expect.arrayContaining([
        [882, 'FULL', 82],
        [null, 'EXISTS', null],
        [881, 'FULL', 81],
      ]),
    );
    const keyOf = (level: string, subject: number | null) =>
      told.find((of) => of[2] === level && of[1] === subject)![0];
    const between = [keyOf('EXISTS', null), keyOf('FULL', 881)];
    expect(profile.links.filter(({ from, to }) => between.includes(from) && between.includes(to))).toEqual([]);
  });

  it('gathers one person of several agencies, with a reason for each link, and draws what they share', async () => {
    await hold(
      about('ICE', 1, [
        [person(101), 'PASSPORT:1', 'PHONE:5'],
        [person(102), 'PHONE:9'],
      ]),
      about('ICE', 2, [[person(101), 'PASSPORT:1']]),
      about('ATF', 3, [[person(103), 'PASSPORT:1']]),
      about('FBI', 4, [[person(104), 'PASSPORT:1']]),
      about('DEA', 5, [[person(105), 'PHONE:5']]),
    );
    const told = await profileOf(passport('1'));
    expect(who(told)).toEqual([
      [1, 'ICE', 101],
      [1, 'ATF', 103],
      [2, 'FBI', null],
      [3, 'DEA', 105],
    ]);
    expect(told.members[0]?.records.map(({ record }) => record?.id)).toEqual([id(1), id(2)]);
    expect(told.members[2]).toMatchObject({ kind: null, records: [{ disclosure: 'CONTACT', record: null }] });
    expect(linked(told)).toEqual([
      ['m1', 'm2', ['PASSPORT']],
      ['m1', 'm4', ['PHONE']],
      ['m1', 'm3', ['PASSPORT']],
      ['m2', 'm3', ['PASSPORT']],
    ]);
    expect(told.links[0]?.reasons[0]?.coordinates).toEqual(['Person.passports']);
    expect(told.links[0]?.score).toBeGreaterThan(0.999);
    expect(told.links[1]?.score).toBeLessThan(0.999);
    expect(told.graph.nodes.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['MEMBER', id(101)],
      ['MEMBER', id(103)],
      ['MEMBER', null],
      ['MEMBER', id(105)],
      ['ASSOCIATE', id(102)],
      ['SELECTOR', null],
      ['SELECTOR', null],
    ]);
    expect(told.graph.edges).toContainEqual({ from: 'm1', to: 'a1', why: 'APPEARS_WITH' });
    expect(told.graph.edges).toContainEqual({ from: 'm1', to: 'm4', why: 'POSSIBLY_THE_SAME' });
    expect(told.truncated).toBe(false);
  });

  it('keeps two apart whom one record names as two, and who share a telephone', async () => {
    await hold(
      about('ICE', 1, [
        [person(101), 'PHONE:5'],
        [person(102), 'PHONE:5'],
      ]),
    );
    const told = await profileOf(phone('5'));
    expect(who(told)).toEqual([
      [1, 'ICE', 101],
      [2, 'ICE', 102],
    ]);
    expect(told.links).toEqual([]);
    expect(told.graph.edges.map(({ why }) => why)).toEqual(['HAS', 'HAS']);
  });

  it('takes nobody for a record that does not show whom it is about, and no two others for one by it', async () => {
    await hold(
      about('FBI', 1, [
        [person(101), 'PASSPORT:1', 'PHONE:5'],
        [person(102), 'PASSPORT:2', 'PHONE:6'],
      ]),
      about('ICE', 2, [
        [person(103), 'PASSPORT:1'],
        [person(104), 'PASSPORT:2'],
      ]),
    );
    const told = await profileOf(passport('1'));
    expect(who(told)).toEqual([
      [1, 'ICE', 103],
      [2, 'FBI', null],
    ]);
    expect(linked(told)).toEqual([['m1', 'm2', ['PASSPORT']]]);
    expect(told.graph.edges).toContainEqual({ from: 'm1', to: 'm2', why: 'POSSIBLY_THE_SAME' });
    expect(told.graph.edges.filter(({ to }) => to === 'a1').map(({ from, why }) => [from, why])).toEqual([
      ['m1', 'APPEARS_WITH'],
    ]);
  });

  it('takes a name and a telephone together for what neither tells alone', async () => {
    const { DATE_AND_WORD, YEAR_AND_NAME, MONTH_AND_NAME, NAME } = FEATURES;
    const agreeing = [DATE_AND_WORD, YEAR_AND_NAME, MONTH_AND_NAME, NAME];
    const name = agreeing.map((feature) => `NAME_AND_BIRTH:${feature}:a` as const);
    await hold(
      about('ICE', 1, [[person(101), 'PASSPORT:1', 'PHONE:5', ...name]]),
      about('DEA', 2, [[person(102), 'PHONE:5', ...name]]),
      about('DEA', 3, [[person(103), 'PHONE:5']]),
      about('DEA', 4, [[person(104), ...name]]),
      about('DEA', 5, [[person(105), name[0]!]]),
    );
    expect(who(await profileOf(passport('1')))).toEqual([
      [1, 'ICE', 101],
      [1, 'DEA', 102],
      [2, 'DEA', 103],
      [3, 'DEA', 104],
    ]);
    const person_ = { person: { sealed: sealed([{ text: name[0]!, feature: DATE_AND_WORD }]) } };
    expect(who(await profileOf(person_)).map(([, , n]) => n)).toEqual(expect.arrayContaining([101, 102, 104, 105]));
  });

  it('goes on only from what the viewer is shown: not from what is masked, or of whom nothing is shown', async () => {
    await hold(
      about('ATF', 1, [[person(101), 'PASSPORT:1', 'PHONE:5']]),
      about('FBI', 2, [[person(102), 'PASSPORT:1', 'PHONE:6']]),
      about('DEA', 3, [[person(103), 'PHONE:5']]),
      about('DEA', 4, [[person(104), 'PHONE:6']]),
    );
    expect(who(await profileOf(passport('1')))).toEqual([
      [1, 'ATF', 101],
      [2, 'FBI', null],
    ]);
  });

  it('finds nobody, and goes on from nobody, where a record does not show its subjects', async () => {
    await hold(
      about('ICE', 1, [
        [person(101), 'PASSPORT:1', 'PHONE:5'],
        [person(102), 'PASSPORT:1'],
      ]),
      about('DEA', 2, [[person(103), 'PHONE:5']]),
    );
    const viewer = askingUnder((clause) => clause !== 'ice-subjects');
    expect(who(await profileOf(passport('1'), viewer))).toEqual([]);
    expect(who(await profileOf(phone('5'), viewer))).toEqual([[1, 'DEA', 103]]);
  });

  it('finds no one by what they may not be found by', async () => {
    await hold(about('ATF', 1, [[person(101, true), 'PASSPORT:1']]), about('ICRF', 2, [[person(102), 'PASSPORT:1']]));
    expect(who(await profileOf(passport('1')))).toEqual([]);
    expect(
      who(
        await profileOf(
          passport('1'),
          askingUnder((clause) => !clause.startsWith('ice')),
        ),
      ),
    ).toEqual([]);
  });

  it('is of so many members as are asked for, and says that there are more', async () => {
    await hold(about('ICE', 1, [[person(101), 'PASSPORT:1']]), about('ATF', 2, [[person(102), 'PASSPORT:1']]));
    const told = await profileOf(passport('1'), askingUnder(), 1);
    expect([who(told), told.links, told.truncated]).toEqual([[[1, 'ICE', 101]], [], true]);
  });

  it('is told, as any search by what is sought, to an originator that only wants to hear of it', async () => {
    const rows = () => index.database.$queryRaw<readonly object[]>`
      SELECT originator, coordinates FROM notification.notification`;
    await hold(
      about('IRS-CI', 1, [[person(101), 'PASSPORT:1']]),
      about('IRS-CI', 2, [[person(102), 'PHONE:5']]),
      about('DEA', 3, [[person(103), 'PASSPORT:1', 'PHONE:5']]),
    );
    const before = await rows();
    expect(who(await profileOf(passport('1')))).toEqual([[1, 'DEA', 103]]);
    expect((await rows()).slice(before.length)).toEqual([{ originator: 'IRS-CI', coordinates: ['Person.passports'] }]);
  });

  it('names what is shared otherwise for another viewer, and alike for the same', async () => {
    await hold(about('ICE', 1, [[person(101), 'PHONE:5']]), about('DEA', 2, [[person(102), 'PHONE:5']]));
    const drawn = async (sub: string) =>
      JSON.stringify((await profileOf(phone('5'), askingUnder(undefined, sub))).graph);
    expect(await drawn('a@DEA')).toBe(await drawn('a@DEA'));
    expect(await drawn('a@DEA')).not.toBe(await drawn('b@DEA'));
  });

  it('refuses what is not one selector, what is not sealed, and too many members', async () => {
    const refusal = (variables: object) => refusalOf(index.database, askingUnder(), QUERY, { ...variables });
    expect(await refusal({ of: {} })).toBe('BAD_FILTER');
    expect(await refusal({ of: { ...passport('1'), ...phone('1') } })).toBe('BAD_FILTER');
    expect(await refusal({ of: { phone: '+12025550143' } })).toBe('BAD_FILTER');
    expect(await refusal({ of: phone('1'), first: 201 })).toBe('BAD_PAGE');
  });
});

const KINDS = ['PASSPORT', 'PHONE', 'NAME_AND_BIRTH:1', 'NAME_AND_BIRTH:6'] as const;
const written = fc
  .tuple(fc.constantFrom(...KINDS), fc.constantFrom('1', '2'))
  .map(([kind, n]) => `${kind}:${n}` as const);
const someone = fc.record({
  n: fc.integer({ min: 201, max: 206 }),
  minor: fc.boolean(),
  has: fc.array(written, { maxLength: 3 }),
});
const people = fc.array(someone, { maxLength: 3 });
const ORIGINATORS = ['ICE', 'ATF', 'FBI', 'USSS', 'DEA', 'ICRF'] as const;
const rows = (most: number) =>
  fc.array(fc.record({ originator: fc.constantFrom(...ORIGINATORS), people }), { minLength: 1, maxLength: most });

interface Row {
  readonly originator: string;
  readonly people: readonly { readonly n: number; readonly minor: boolean; readonly has: readonly string[] }[];
}

/** Subjects of one originator have ids of their own. */
function pointersOf(made: readonly Row[], from: number, labels = {}): readonly TestPointer[] {
  return made.map(({ originator, people: all }, at) => {
    const distinct = [...new Map(all.map((one) => [one.n, one])).values()];
    const persons = distinct.map(({ n, minor, has }) => [person(n, minor), ...(has as never[])] as const);
    return about(originator, from + at, persons, labels);
  });
}

/** Rows that DEA finds by nothing: marks of their originators, and an agency that shares nothing. */
const hidden = { notReleasableTo: ['DEA'] };

describe('what a viewer may not see changes no byte of a profile', () => {
  const answers = async () =>
    JSON.stringify(
      await Promise.all([passport('1'), phone('1')].map((of) => dataOf(index.database, askingUnder(), QUERY, { of }))),
    );
  const letGo = async () => {
    for (const pointer of held.splice(0)) await withdraw(index.database, pointer);
  };

  it('by being there', async () => {
    await fc.assert(
      fc.asyncProperty(rows(6), rows(6), async (seen, unseen) => {
        const others = unseen.map((row) => ({
          ...row,
          originator: row.originator === 'DEA' ? 'ICRF' : row.originator,
        }));
        await hold(...pointersOf(seen, 1));
        const before = await answers();
        await hold(...pointersOf(others, 50, hidden));
        const after = await answers();
        await letGo();
        expect(after).toBe(before);
      }),
      { numRuns: 10, seed: 7 },
    );
  });

  it('by being another in a record that is seen', async () => {
    await fc.assert(
      fc.asyncProperty(rows(8), async (seen) => {
        await hold(...pointersOf(seen, 1));
        const before = await answers();
        await contributeAll(index.database, pointersOf(seen.map(withOtherSecrets), 1));
        const after = await answers();
        await letGo();
        expect(after).toBe(before);
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});

/** The same to DEA: of FBI and USSS it is not shown who is who, nor what they are found by besides; of ATF likewise. */
function withOtherSecrets(row: Row): Row {
  const { originator, people: all } = row;
  switch (originator) {
    case 'FBI':
    case 'USSS':
      return {
        originator,
        people: all.map((one) => ({ ...one, n: 900 - one.n, has: one.has.filter(isOpen(originator)) })),
      };
    case 'ATF':
      return {
        originator,
        people: all.map((one) => ({
          ...one,
          has: one.has.filter((text) => !text.startsWith('PHONE') && !(one.minor && text.startsWith('PASSPORT'))),
        })),
      };
    default:
      return row;
  }
}

function isOpen(originator: string) {
  return (text: string) => text.startsWith('PASSPORT') || (originator === 'FBI' && text.startsWith('PHONE'));
}
