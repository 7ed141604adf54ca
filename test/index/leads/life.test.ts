import { randomUUID } from 'node:crypto';
import { readNotifications } from '../../../platform/notifications/read.ts';
import { prepareNotifications } from '../../../platform/notifications/store.ts';
import type { Asking } from '../../../subgraphs/kit/subgraph.ts';
import { MOST_ENTRIES_OF_A_LEAD } from '../../../subgraphs/index/leads/act.ts';
import { MOST_TIPS } from '../../../subgraphs/index/leads/count-tip.ts';
import { forgetTips } from '../../../subgraphs/index/leads/forget.ts';
import { lookOnce } from '../../../subgraphs/index/leads/look.ts';
import { dataOf, refusalOf } from '../ask.ts';
import { useIndex } from '../database.ts';
import { contributeAll, id, sealed, withdraw } from '../pointers.ts';
import { askingForNothing } from '../world.ts';
import { aCase, leading, phone } from './lead-world.ts';

const ENTER = `mutation ($id: ID!, $to: ID!, $district: String, $area: String, $text: String!, $selectors: [TipSelector!]) {
  enterLead(id: $id, to: $to, district: $district, area: $area, text: $text, selectors: $selectors) { id status } }`;
const TIP = `id rule status districts tip { from { code } to { code } area text cases { case { id } } }
  history { event agency { code } officer reason outcome remark }`;
const LEAD = `query ($id: ID!) { lead(id: $id) { ${TIP} reason outcome } }`;
const LIST = `query ($filter: LeadFilter, $first: Int, $after: String) { leads(filter: $filter, first: $first, after: $after) {
  edges { cursor node { id rule status feedback { status reason outcome } } } pageInfo { hasNextPage endCursor } } }`;
const ACT = {
  accept:
    'mutation ($id: ID!, $lead: ID!, $remark: String) { acceptLead(id: $id, lead: $lead, remark: $remark) { status } }',
  decline: 'mutation ($id: ID!, $lead: ID!) { declineLead(id: $id, lead: $lead, reason: NOT_OURS) { status reason } }',
  work: 'mutation ($id: ID!, $lead: ID!) { workLead(id: $id, lead: $lead, outcome: SEIZURE) { status outcome } }',
} as const;

const ANSWERED = 'query ($id: ID!) { lead(id: $id) { answeredAt history { event } } }';
const REMARK = `mutation ($id: ID!, $lead: ID!, $remark: String) {
  declineLead(id: $id, lead: $lead, reason: NOT_OURS, remark: $remark) { status } }`;

interface Answered {
  readonly answeredAt: string;
  readonly history: readonly object[];
}

interface Listed {
  readonly id: string;
  readonly rule: string;
  readonly status: string;
  readonly feedback: readonly object[];
}

describe('a lead', () => {
  const index = useIndex();
  beforeAll(() => prepareNotifications(index.url));
  beforeEach(() =>
    index.loads.query(
      'TRUNCATE pointer, once_owned, selector, contribution, load, lead, lead_due, tips_entered CASCADE',
    ),
  );

  const ask = (viewer: Asking, query: string, variables: object = {}) =>
    dataOf(index.database, viewer, query, variables as Record<string, unknown>);
  const refused = (viewer: Asking, query: string, variables: object = {}) =>
    refusalOf(index.database, viewer, query, variables as Record<string, unknown>);
  const look = async () => {
    while (await lookOnce(index.loads));
  };
  const list = async (viewer: Asking, filter: object = {}) =>
    ((await ask(viewer, LIST, { filter })) as { leads: { edges: { node: Listed }[] } }).leads.edges.map(
      ({ node }) => node,
    );
  /** What an agency was told last. */
  const told = async (agency: string, most = 1) =>
    ((await readNotifications(index.loads, agency, { after: undefined, most })) ?? []).map(
      ({ kind, recipient, lead, clauses }) => ({ kind, recipient, lead, clauses }),
    );
  const [dea, ice] = [leading('DEA'), leading('ICE')];

  describe('that is entered', () => {
    const tip = () => ({ id: randomUUID(), to: 'ICE', district: 'S.D. Fla.', text: 'A boat, on Friday.' });
    const entered = async (more: object = {}) => {
      const sent = { ...tip(), ...more };
      const { enterLead } = (await ask(dea, ENTER, sent)) as { enterLead: Pick<Listed, 'id' | 'status'> };
      expect(enterLead.status).toBe('NEW');
      return { lead: enterLead.id, sent };
    };

    it('is read by the agency for which it is, with its own cases, and told to it', async () => {
      await contributeAll(index.database, [aCase('ICE', 1, [phone('a')]), aCase('DEA', 2, [phone('a')])]);
      const { lead } = await entered({ selectors: [{ phone: sealed([{ text: 'a' }]) }] });
      expect(await ask(ice, LEAD, { id: lead })).toEqual({
        lead: {
          id: lead,
          rule: 'TIP',
          status: 'NEW',
          districts: ['S.D. Fla.'],
          reason: null,
          outcome: null,
          tip: {
            from: { code: 'DEA' },
            to: { code: 'ICE' },
            area: 'drug-trafficking',
            text: 'A boat, on Friday.',
            cases: [{ case: { id: id(1) } }],
          },
          history: [
            { event: 'ENTERED', agency: { code: 'DEA' }, officer: null, reason: null, outcome: null, remark: null },
          ],
        },
      });
      expect(await told('ICE')).toEqual([{ kind: 'lead', recipient: 'DEA', lead, clauses: ['leads#dea'] }]);
      expect(await ask(dea, LEAD, { id: lead })).toMatchObject({ lead: { tip: { cases: [] } } });
    });

    it('is listed where it goes, and with what its sender entered', async () => {
      const { lead } = await entered();
      expect((await list(ice)).map((one) => one.id)).toEqual([lead]);
      expect(
        await list(ice, { district: 'S.D. Fla.', rules: ['TIP'], status: ['NEW'], originators: ['DEA'] }),
      ).toHaveLength(1);
      for (const filter of [
        { district: 'D. Me.' },
        { rules: ['NEW_DISTRICT'] },
        { status: ['WORKED'] },
        { originators: ['FBI'] },
      ])
        expect(await list(ice, filter)).toEqual([]);
      expect(await list(dea)).toEqual([]);
      expect((await list(dea, { entered: true })).map((one) => one.id)).toEqual([lead]);
    });

    it.each([{ originators: ['ice'] }, { originators: ['DEA', 'XYZ'] }, { originators: ['\0'] }, { district: '\0' }])(
      'is not listed by what nothing can be compared with, BAD_FILTER: %j',
      async (filter) => {
        expect(await refused(ice, LIST, { filter })).toBe('BAD_FILTER');
      },
    );

    it('is nobody else’s, nor for another area, nor when nothing is shared any more', async () => {
      const { lead } = await entered();
      const others = [leading('FBI'), leading('ICE', { area: 'cybercrime' }), leading('ICE', { without: 'dea' })];
      for (const viewer of others) {
        expect(await ask(viewer, LEAD, { id: lead })).toEqual({ lead: null });
        expect(await list(viewer)).toEqual([]);
        expect(await refused(viewer, ACT.accept, { id: randomUUID(), lead })).toBe('UNKNOWN_LEAD');
      }
      expect(await refused(dea, ACT.accept, { id: randomUUID(), lead })).toBe('UNKNOWN_LEAD');
    });

    it('is taken in once, however often it comes', async () => {
      const { lead, sent } = await entered();
      expect(await ask(dea, ENTER, sent)).toEqual({ enterLead: { id: lead, status: 'NEW' } });
      expect((await told('ICE', 2)).filter((one) => one.lead === lead)).toHaveLength(1);
      expect(await refused(dea, ENTER, { ...sent, text: 'Another.' })).toBe('LEAD_ID_TAKEN');
    });

    it('is known to its agency alone by the id that it gave', async () => {
      const { lead, sent } = await entered();
      const same = (await ask(ice, ENTER, { ...sent, to: 'DEA' })) as { enterLead: { id: string } };
      expect(new Set([sent.id, lead, same.enterLead.id]).size).toBe(3);
      expect(await ask(ice, LEAD, { id: sent.id })).toEqual({ lead: null });
      const act = randomUUID();
      expect(await ask(ice, ACT.accept, { id: act, lead })).toEqual({ acceptLead: { status: 'ACCEPTED' } });
      const other = { id: act, lead: same.enterLead.id };
      expect(await ask(dea, ACT.accept, other)).toEqual({ acceptLead: { status: 'ACCEPTED' } });
    });

    it.each([
      ['LEAD_NOT_COVERED', { to: 'FBI' }],
      ['LEAD_NOT_COVERED', { to: 'ATF' }],
      ['BAD_LEAD', { to: 'DEA' }],
      ['BAD_LEAD', { to: 'NOBODY' }],
      ['BAD_LEAD', { id: 'x' }],
      ['BAD_LEAD', { area: 'gossip' }],
      ['BAD_LEAD', { text: ' ' }],
      ['BAD_LEAD', { text: 'x'.repeat(4_001) }],
      ['BAD_LEAD', { district: 'a\nb' }],
      ['BAD_FILTER', { selectors: [{ phone: '+1 202 555 0143' }] }],
    ])('is refused with %s: %j', async (code, more) => {
      expect(await refused(dea, ENTER, { ...tip(), ...more })).toBe(code);
      expect((await index.loads.query('SELECT FROM lead')).rows).toEqual([]);
    });

    it('is answered, with the outcome told to who entered it, and remarks to nobody else', async () => {
      const { lead } = await entered();
      const officer = leading('ICE', { sub: 'jones@ICE' });
      const accept = { id: randomUUID(), lead, remark: 'Ask the harbour.' };
      expect(await ask(officer, ACT.accept, accept)).toEqual({ acceptLead: { status: 'ACCEPTED' } });
      expect(await ask(officer, ACT.accept, accept)).toEqual({ acceptLead: { status: 'ACCEPTED' } });
      expect(await told('DEA')).toEqual([
        { kind: 'lead-answered', recipient: 'ICE', lead, clauses: ['leads#ice', 'leads#names'] },
      ]);
      const work = { id: randomUUID(), lead };
      expect(await ask(ice, ACT.work, work)).toEqual({ workLead: { status: 'WORKED', outcome: 'SEIZURE' } });
      const entry = { agency: { code: 'ICE' }, reason: null };
      const history = (own: boolean) => [
        { event: 'ENTERED', agency: { code: 'DEA' } },
        { ...entry, event: 'ACCEPTED', officer: own ? 'jones@ICE' : null, remark: own ? 'Ask the harbour.' : null },
        { ...entry, event: 'WORKED', outcome: 'SEIZURE', officer: own ? 'analyst@ICE' : null, remark: null },
      ];
      const answered = { status: 'WORKED', outcome: 'SEIZURE' };
      expect(await ask(dea, LEAD, { id: lead })).toMatchObject({ lead: { ...answered, history: history(false) } });
      expect(await ask(ice, LEAD, { id: lead })).toMatchObject({ lead: { ...answered, history: history(true) } });
    });

    it('is not worked before it is accepted, nor declined after', async () => {
      const { lead } = await entered();
      const act = (what: keyof typeof ACT) => refused(ice, ACT[what], { id: randomUUID(), lead });
      expect(await act('work')).toBe('BAD_LEAD_ANSWER');
      await ask(ice, ACT.decline, { id: randomUUID(), lead });
      expect(await act('work')).toBe('BAD_LEAD_ANSWER');
      const again = randomUUID();
      await ask(ice, ACT.accept, { id: again, lead });
      expect(await refused(ice, ACT.decline, { id: again, lead })).toBe('LEAD_ID_TAKEN');
      await ask(ice, ACT.work, { id: randomUUID(), lead });
      expect(await act('decline')).toBe('BAD_LEAD_ANSWER');
      expect(await refused(ice, ACT.accept, { id: 'x', lead })).toBe('BAD_LEAD_ANSWER');
      expect(await refused(ice, ACT.accept, { id: randomUUID(), lead, remark: '' })).toBe('BAD_LEAD_ANSWER');
    });

    it('is remarked on without being answered anew', async () => {
      const { lead } = await entered();
      const standing = async () => ((await ask(dea, ANSWERED, { id: lead })) as { lead: Answered }).lead;
      const declineAt = (day: string, remark: string) =>
        ask({ ...ice, now: new Date(day) }, REMARK, { id: randomUUID(), lead, remark });
      await declineAt('2026-03-01', 'Not ours.');
      const [before, news] = [await standing(), await told('DEA', 5)];
      await declineAt('2026-05-01', 'Still not ours.');
      const after = await standing();
      expect(after.history).toHaveLength(before.history.length + 1);
      expect([after.answeredAt, before.answeredAt]).toEqual(Array(2).fill('2026-03-01T00:00:00.000Z'));
      expect(await told('DEA', 5)).toEqual(news);
      const { rows } = await index.loads.query('SELECT closed_at FROM lead');
      expect(rows).toEqual([{ closed_at: new Date('2026-03-01') }]);
    });

    it('stays its sender’s own when no agreement is left, and what the other said of it is told no more', async () => {
      const { lead, sent } = await entered();
      const act = { id: randomUUID(), lead };
      await ask(ice, ACT.accept, act);
      await ask(ice, ACT.work, { ...act, id: randomUUID() });
      const alone = leading('DEA', { without: ['dea', 'ice', 'names'] });
      expect(await ask(alone, LEAD, { id: lead })).toMatchObject({
        lead: { status: 'NEW', outcome: null, tip: { text: sent.text }, history: [{ event: 'ENTERED' }] },
      });
      expect(await list(alone, { entered: true, status: ['NEW'] })).toMatchObject([{ id: lead, status: 'NEW' }]);
      expect(await list(alone, { entered: true, status: ['WORKED'] })).toEqual([]);
      expect(await ask(alone, ANSWERED, { id: lead })).toMatchObject({ lead: { answeredAt: null } });
      expect(await list(dea, { entered: true, status: ['WORKED'] })).toMatchObject([{ status: 'WORKED' }]);
    });

    it('is refused with TOO_MANY_TIPS when an officer, or the agency, has entered as many as another may be asked to read', async () => {
      const fill = (officer: string, count: number) =>
        index.loads.query(
          `INSERT INTO tips_entered (day, agency, recipient, officer, entered) VALUES ($1, 'DEA', 'ICE', $2, $3)`,
          [dea.now, officer, count],
        );
      const busy = leading('DEA', { sub: 'busy@DEA' });
      await fill('busy@DEA', MOST_TIPS.officer - 1);
      const last = tip();
      expect(await ask(busy, ENTER, last)).toMatchObject({ enterLead: { status: 'NEW' } });
      expect(await refused(busy, ENTER, tip())).toBe('TOO_MANY_TIPS');
      expect(await ask(busy, ENTER, last)).toMatchObject({ enterLead: { status: 'NEW' } });
      expect((await index.loads.query('SELECT FROM lead')).rows).toHaveLength(1);
      await index.loads.query(`UPDATE tips_entered SET entered = $1 WHERE officer = ''`, [MOST_TIPS.agency]);
      expect(await refused(dea, ENTER, tip())).toBe('TOO_MANY_TIPS');
      const tomorrow = { ...dea, now: new Date(dea.now.getTime() + 86_400_000) };
      expect(await ask(tomorrow, ENTER, tip())).toMatchObject({ enterLead: { status: 'NEW' } });
    });

    it('is refused with TOO_MANY_ANSWERS when its history is full', async () => {
      const { lead } = await entered();
      await index.loads.query(
        `INSERT INTO lead_entry (id, lead, at, event, agency, officer)
          SELECT gen_random_uuid(), $1, now(), 'ACCEPTED', 'ICE', 'x' FROM generate_series(2, $2::int - 1)`,
        [lead, MOST_ENTRIES_OF_A_LEAD],
      );
      const answer = { id: randomUUID(), lead };
      await ask(ice, ACT.accept, answer);
      expect(await refused(ice, REMARK, { id: randomUUID(), lead, remark: 'One more.' })).toBe('TOO_MANY_ANSWERS');
      expect(await ask(ice, ACT.accept, answer)).toEqual({ acceptLead: { status: 'ACCEPTED' } });
    });

    it('loses its words thirty days after it was closed, and is still known when it comes again', async () => {
      const { lead, sent } = await entered();
      await ask(ice, ACT.decline, { id: randomUUID(), lead });
      await index.loads.query(`UPDATE lead SET closed_at = now() - interval '29 days'`);
      await forgetTips(index.loads);
      expect(await ask(ice, LEAD, { id: lead })).toMatchObject({ lead: { tip: { text: sent.text } } });
      await index.loads.query(`UPDATE lead SET closed_at = now() - interval '31 days'`);
      await forgetTips(index.loads);
      expect(await ask(ice, LEAD, { id: lead })).toMatchObject({
        lead: { status: 'DECLINED', tip: { text: null } },
      });
      expect(await ask(dea, ENTER, sent)).toEqual({ enterLead: { id: lead, status: 'DECLINED' } });
    });
  });

  describe('that is found', () => {
    const [own, other] = [aCase('DEA', 1, [phone('a')]), aCase('ICE', 2, [phone('a')], { districts: ['D-DEA'] })];
    beforeEach(async () => {
      await contributeAll(index.database, [own, other]);
      await look();
    });
    const shared = async (viewer: Asking) => (await list(viewer, { rules: ['SHARED_SELECTOR'] }))[0]!;

    it('is answered on each side for itself, and the other side reads it with its own', async () => {
      const [mine, theirs] = [await shared(dea), await shared(ice)];
      expect(mine.id).not.toBe(theirs.id);
      const before = await told('DEA');
      await ask(ice, ACT.accept, { id: randomUUID(), lead: theirs.id });
      expect(await shared(dea)).toMatchObject({ status: 'NEW', feedback: [{ status: 'ACCEPTED', outcome: null }] });
      expect(await told('DEA')).toEqual(before);
      await ask(dea, ACT.decline, { id: randomUUID(), lead: mine.id });
      expect(await told('ICE')).toEqual([
        { kind: 'lead-answered', recipient: null, lead: theirs.id, clauses: ['leads#dea'] },
      ]);
      await ask(ice, ACT.work, { id: randomUUID(), lead: theirs.id });
      expect(await told('DEA')).toEqual([
        { kind: 'lead-answered', recipient: null, lead: mine.id, clauses: ['leads#ice', 'leads#names'] },
      ]);
      expect(await shared(dea)).toMatchObject({
        status: 'DECLINED',
        feedback: [{ status: 'WORKED', reason: null, outcome: 'SEIZURE' }],
      });
    });

    it('is refused to the other side in the same words as one that is not there', async () => {
      const { id: lead } = await shared(dea);
      for (const viewer of [ice, leading('DEA', { without: 'ice' })])
        for (const one of [lead, randomUUID()]) {
          expect(await refused(viewer, ACT.accept, { id: randomUUID(), lead: one })).toBe('UNKNOWN_LEAD');
          expect(await ask(viewer, LEAD, { id: one })).toEqual({ lead: null });
        }
    });

    it('goes with the case, and its answers with it', async () => {
      await ask(dea, ACT.accept, { id: randomUUID(), lead: (await shared(dea)).id });
      await withdraw(index.database, other);
      await look();
      expect((await index.loads.query('SELECT FROM lead UNION ALL SELECT FROM lead_entry')).rows).toEqual([]);
    });

    it('is neither known nor kept away by a tip that is entered under its id', async () => {
      const { id: lead } = await shared(ice);
      const enter = (one: string) => ask(dea, ENTER, { id: one, to: 'ICE', text: 'A boat.' });
      const [taken, free] = [await enter(lead), await enter(randomUUID())];
      for (const answer of [taken, free]) expect(answer).toMatchObject({ enterLead: { status: 'NEW' } });
      await withdraw(index.database, other);
      await look();
      expect(await ask(ice, LEAD, { id: lead })).toEqual({ lead: null });
      await contributeAll(index.database, [other]);
      await look();
      expect(await ask(ice, LEAD, { id: lead })).toMatchObject({ lead: { id: lead, rule: 'SHARED_SELECTOR' } });
    });

    it('is read page by page, the newest first', async () => {
      await contributeAll(index.database, [aCase('ICE', 3, [phone('a')], { districts: ['D-DEA'] })]);
      await look();
      const page = (first: number, after?: string) => ask(dea, LIST, { first, after });
      const all = (await page(10)) as { leads: { edges: { cursor: string }[] } };
      expect(all.leads.edges).toHaveLength(2);
      const after = all.leads.edges[0]!.cursor;
      expect(await page(1)).toMatchObject({ leads: { pageInfo: { hasNextPage: true, endCursor: after } } });
      expect(await page(1, after)).toMatchObject({
        leads: { edges: [{ cursor: all.leads.edges[1]!.cursor }], pageInfo: { hasNextPage: false } },
      });
      for (const cursor of ['x', randomUUID(), (await shared(ice)).id])
        expect(await refused(dea, LIST, { after: cursor })).toBe('BAD_CURSOR');
      for (const first of [-1, 101]) expect(await refused(dea, LIST, { first })).toBe('BAD_PAGE');
    });
  });

  it('is for those who investigate', async () => {
    const query = '{ leads { edges { cursor } } }';
    expect(await refused(askingForNothing('DEA'), query)).toBe('NOT_FOR_LEADS');
    const purpose = { ...dea.caller.purpose!, use: 'deconfliction' };
    expect(await refused({ ...dea, caller: { ...dea.caller, purpose } }, query)).toBe('NOT_FOR_LEADS');
  });
});
