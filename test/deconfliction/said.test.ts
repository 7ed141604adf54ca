import {
  ACKNOWLEDGE,
  DEA_FIRST,
  NOTE,
  RESOLVE,
  STOOD_DOWN,
  acknowledge,
  conflicting,
  mayProceed,
  note,
  resolve,
} from './acts.ts';
import { conflictsOf, happenedIn, toldTo, type SeenConflict } from './asked.ts';
import { caseTeller } from './cases.ts';
import { after, duty, id, rulesetOf, useWorld } from './world.ts';

const world = useWorld();
const { entry, tell, beginAnew } = caseTeller(world);
beforeEach(beginAnew);

async function only(agency: string): Promise<SeenConflict> {
  const conflicts = await conflictsOf(world, agency);
  expect(conflicts).toHaveLength(1);
  return conflicts[0]!;
}

describe('a party that stands down', () => {
  it.each([true, false])(
    'lets the other one proceed, and not itself (an agreement demands to wait: %s)',
    async (hold) => {
      world.ruleset = rulesetOf(duty({ hold }));
      const conflict = await conflicting(world);
      await resolve(world, 'ICE', conflict, 11, STOOD_DOWN);
      expect(await mayProceed(world)).toEqual([true, false]);
      expect(await only('ICE')).toMatchObject({ status: 'RESOLVED', holds: false });
      await resolve(world, 'DEA', conflict, 12, { outcome: 'MERGED' });
      expect(await mayProceed(world)).toEqual([true, false]);
    },
  );

  it('proceeds when it takes that back and both agree, or when the other one is called off', async () => {
    const conflict = await conflicting(world);
    await resolve(world, 'ICE', conflict, 11, STOOD_DOWN);
    await resolve(world, 'ICE', conflict, 12, DEA_FIRST);
    expect(await mayProceed(world)).toEqual([true, true]);
    await resolve(world, 'ICE', conflict, 13, STOOD_DOWN);
    await world.data('DEA', `mutation { cancelEvent(id: "${id(1)}") { id } }`);
    await world.keepUp();
    expect(await mayProceed(world)).toEqual([expect.anything(), true]);
  });
});

describe('what is over', () => {
  it('stays so when somebody says that they know of it', async () => {
    const conflict = await conflicting(world);
    await world.data('DEA', `mutation { cancelEvent(id: "${id(1)}") { id } }`);
    await world.keepUp();
    const known = await acknowledge(world, 'ICE', conflict, 11);
    expect(known).toMatchObject({ status: 'RESOLVED', over: true, holds: false });
    expect(happenedIn(known)).toEqual(['OPENED -', 'OVER -', 'ACKNOWLEDGED SEARCHER']);
    expect((await acknowledge(world, 'DEA', conflict, 12)).status).toBe('RESOLVED');
    expect(await toldTo(world, 'ICE')).toEqual(['conflict DEA', 'conflict-answered DEA']);
  });

  it('cannot be answered anew, if the parties had resolved it; and nobody is told again', async () => {
    const conflict = await conflicting(world);
    await resolve(world, 'ICE', conflict, 11, STOOD_DOWN);
    const before = await toldTo(world, 'DEA');
    await world.data('DEA', `mutation { cancelEvent(id: "${id(1)}") { id } }`);
    await world.keepUp();
    expect(await only('ICE')).toMatchObject({ status: 'RESOLVED', over: true });
    expect(await world.refusal('ICE', RESOLVE, { id: id(12), conflict, outcome: 'MERGED' })).toBe('BAD_ANSWER');
    expect(await toldTo(world, 'DEA')).toEqual(before);
  });

  it('and had been resolved, is still resolved when the case is opened again; what was said stands', async () => {
    await tell('DEA', entry({ n: 1 }));
    await tell('ICE', entry({ n: 2 }));
    const { id: conflict } = await only('ICE');
    await resolve(world, 'DEA', conflict, 11, { outcome: 'MERGED' });
    await resolve(world, 'ICE', conflict, 12, { outcome: 'MERGED' });
    await tell('DEA', entry({ n: 1, status: 'CLOSED' }));
    await world.keepUp();
    expect(await only('ICE')).toMatchObject({ status: 'RESOLVED', over: true });
    await tell('DEA', entry({ n: 1 }));
    expect(await only('ICE')).toMatchObject({
      ...{ status: 'RESOLVED', over: false },
      answers: [{ outcome: 'MERGED' }, { outcome: 'MERGED' }],
    });
  });

  it('is so for whatever is declared while it ends', async () => {
    for (let n = 1; n <= 10; n++) await tell('DEA', entry({ n, phone: `+1202555${1000 + n}` }));
    for (let n = 1; n <= 10; n++)
      await Promise.all([
        tell('DEA', entry({ n, status: 'CLOSED' })),
        tell('ICE', entry({ n: n + 10, phone: `+1202555${1000 + n}` })),
        world.keepUp(),
      ]);
    await world.keepUp();
    expect((await conflictsOf(world, 'ICE')).filter(({ over }) => !over)).toEqual([]);
  });
});

describe('a party that says too much', () => {
  it('may change its answer twenty times, and is told so: TOO_MUCH_SAID', async () => {
    const conflict = await conflicting(world);
    for (let n = 0; n < 20; n++)
      await resolve(world, 'ICE', conflict, 100 + n, n % 2 ? { outcome: 'MERGED' } : DEA_FIRST);
    const told = await toldTo(world, 'DEA');
    expect(await world.refusal('ICE', RESOLVE, { id: id(200), conflict, ...DEA_FIRST })).toBe('TOO_MUCH_SAID');
    expect(await toldTo(world, 'DEA')).toEqual(told);
    expect((await resolve(world, 'ICE', conflict, 119, { outcome: 'MERGED' })).status).toBe('OPEN');
    expect((await resolve(world, 'DEA', conflict, 201, { outcome: 'MERGED' })).status).toBe('RESOLVED');
  });

  it('may write a hundred notes, and the other side as many: TOO_MUCH_SAID', async () => {
    const conflict = await conflicting(world);
    for (let n = 0; n < 100; n++) await note(world, 'ICE', conflict, 100 + n, `Note ${n}.`);
    expect(await world.refusal('ICE', NOTE, { id: id(200), conflict, note: 'One more.' })).toBe('TOO_MUCH_SAID');
    await note(world, 'DEA', conflict, 201, 'Ours.');
    const page = (after: string) => `{ conflict(id: "${conflict}") { history(first: 60${after}) {
      edges { cursor node { note } } pageInfo { hasNextPage endCursor } } } }`;
    interface Page {
      readonly conflict: {
        readonly history: {
          readonly edges: readonly { readonly node: { readonly note: string | null } }[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        };
      };
    }
    const first = (await world.data<Page>('ICE', page(''))).conflict.history;
    const last = (await world.data<Page>('ICE', page(`, after: "${first.pageInfo.endCursor}"`))).conflict.history;
    expect([first.edges.length, first.pageInfo.hasNextPage, last.edges.length, last.pageInfo.hasNextPage]).toEqual([
      ...[60, true, 42, false],
    ]);
    expect([first.edges[0]!.node.note, last.edges.at(-2)!.node.note]).toEqual(['Ours.', 'Note 0.']);
  });
});

describe('an answer that is overdue', () => {
  it('is told with the time since when it is, however late that is noticed', async () => {
    world.ruleset = rulesetOf(duty({ from: ['OFC'], to: ['OFC'], answerHours: 4 }));
    await conflicting(world);
    world.now = after(9);
    await world.keepUp();
    const { rows } = await world.database.query<{ originator: string; at: Date }>(
      `SELECT originator, at FROM notification.notification WHERE kind = 'conflict-escalated' ORDER BY originator`,
    );
    expect(rows).toEqual(['DEA', 'ICE', 'USAO'].map((originator) => ({ originator, at: after(4) })));
    const seen = await only('ICE');
    expect(seen.escalatedAt).toBe(after(4).toISOString());
    expect(seen.history.edges[0]!.node).toMatchObject({ event: 'ESCALATED', at: after(4).toISOString() });
  });
});

describe('who is told of nothing', () => {
  it('cannot act on it: UNKNOWN_CONFLICT', async () => {
    const conflict = await conflicting(world);
    expect(await world.refusal('FBI', ACKNOWLEDGE, { id: id(11), conflict })).toBe('UNKNOWN_CONFLICT');
  });
});
