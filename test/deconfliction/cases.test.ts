import { readCases } from '../../subgraphs/deconfliction/contribution/read.ts';
import { conflictsOf, toldTo, watch } from './asked.ts';
import { caseTeller, source } from './cases.ts';
import { blinded, duty, id, rulesetOf, useWorld } from './world.ts';

const world = useWorld();

const { entry, tell, beginAnew } = caseTeller(world);

const PHONES = source('Person.phones');
const ACCOUNTS = source('Group.accounts');

const codeOf = (work: () => unknown) => {
  try {
    return String(work());
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

beforeEach(beginAnew);

describe('a case that is opened', () => {
  it('is a target: both agencies are told, whichever came first', async () => {
    await tell('DEA', entry({ n: 1 }));
    await tell('ICE', entry({ n: 2 }));
    expect(await conflictsOf(world, 'DEA')).toMatchObject([
      {
        role: 'ORIGINATOR',
        others: [{ agency: { code: 'ICE' }, contact: { __typename: 'IceLiaisonContact', id: id(92) } }],
      },
    ]);
    expect(await toldTo(world, 'ICE')).toEqual(['conflict DEA']);
  });

  it('meets what a viewer declares, and the other way round', async () => {
    await tell('DEA', entry({ n: 1 }));
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
    await tell('DEA', entry({ n: 3 }));
    expect(await conflictsOf(world, 'ICE')).toHaveLength(2);
  });

  it('meets by what is added to it', async () => {
    await tell('DEA', entry({ n: 1, phone: '+12025550101' }));
    await tell('ICE', entry({ n: 2 }));
    expect(await conflictsOf(world, 'ICE')).toEqual([]);
    await tell('DEA', entry({ n: 1 }));
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ role: 'ORIGINATOR' }]);
  });

  it.each([
    ['closed', { status: 'CLOSED' }],
    ['withdrawn', { op: 'WITHDRAW' }],
  ])('is over when it is %s, and no target any more', async (_, end) => {
    await tell('DEA', entry({ n: 1 }));
    await tell('ICE', entry({ n: 2 }));
    await tell('DEA', entry({ n: 1, ...end }));
    await world.keepUp();
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ status: 'RESOLVED', over: true }]);
    expect((await watch(world, 'ICE', { n: 3 })).conflicts).toEqual([]);
  });

  it('opens its conflicts again when it is', async () => {
    await tell('DEA', entry({ n: 1 }));
    await tell('ICE', entry({ n: 2 }));
    await tell('DEA', entry({ n: 1, status: 'CLOSED' }));
    await world.keepUp();
    await tell('DEA', entry({ n: 1 }));
    await world.keepUp();
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ status: 'OPEN', over: false }]);
    expect(await toldTo(world, 'ICE')).toEqual(['conflict DEA', 'conflict-answered DEA', 'conflict DEA']);
  });

  it('is taken in once, however often it comes', async () => {
    const opened = entry({ n: 1 });
    const closed = entry({ n: 1, status: 'CLOSED' });
    expect(await tell('DEA', opened, closed)).toBe(2n);
    expect(await tell('DEA', opened)).toBe(2n);
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toEqual([]);
  });

  it('meets by an account only where the agreement names all that the account may be', async () => {
    const selectors = [{ source: ACCOUNTS, subject: 0, blind: blinded('IBAN', 'GB33BUKB20201555555555') }];
    world.ruleset = rulesetOf(duty({ selectors: ['IBAN'] }));
    await tell('DEA', entry({ n: 1, selectors }));
    await tell('ICE', entry({ n: 2, selectors }));
    expect(await conflictsOf(world, 'ICE')).toEqual([]);
    world.ruleset = rulesetOf(duty({ selectors: ['IBAN', 'ACCOUNT'] }));
    await world.keepUp();
    expect(await conflictsOf(world, 'ICE')).toHaveLength(1);
  });
});

describe('what an agency tells of its cases', () => {
  it('is refused with the numbers of what is wrong, so that the rest may come without it', () => {
    const wrong = { ...entry({ n: 1 }), type: 'RECORD', sequence: '7' };
    const read = () => readCases({ agency: 'DEA', entries: [entry({ n: 2 }), wrong] });
    expect(read).toThrow(expect.objectContaining({ more: { refused: ['7'] } }) as Error);
  });

  it.each([
    ['nothing', undefined],
    ['a record', { agency: 'DEA', entries: [{ ...entry({ n: 1 }), type: 'RECORD' }] }],
    [
      'a selector of no source',
      { agency: 'DEA', entries: [entry({ n: 1, selectors: [{ source: 99, blind: blinded('PHONE', '+1') }] })] },
    ],
    [
      'a selector in clear',
      { agency: 'DEA', entries: [entry({ n: 1, selectors: [{ source: PHONES, blind: '+12025550143' }] })] },
    ],
    [
      'numbers that fall',
      {
        agency: 'DEA',
        entries: [
          { ...entry({ n: 1 }), sequence: '7' },
          { ...entry({ n: 2 }), sequence: '6' },
        ],
      },
    ],
  ])('is refused when it is %s: BAD_CONTRIBUTION', (_, body) => {
    expect(codeOf(() => readCases(body))).toBe('BAD_CONTRIBUTION');
  });
});
