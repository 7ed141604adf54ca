import { assertAgencyCall } from '../../policy/agency-call.ts';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { assertCaller } from '../../policy/caller.ts';
import { serveContributions } from '../../subgraphs/index/contribution/route.ts';
import { cursorSeal } from '../../subgraphs/index/search/cursor.ts';
import { buildIndexSubgraph } from '../../subgraphs/index/subgraph.ts';
import { serveSubgraph, type ServedSubgraph } from '../../subgraphs/kit/serve.ts';
import { newKeys } from '../kit/keys.ts';
import { vouching } from '../support/vouching.ts';
import { useIndex } from './database.ts';
import { blindOf, id } from './pointers.ts';
import { asking, parties, ruleset } from './world.ts';

const gateway = newKeys('gateway-1');
const keys = new Map([
  ['ICE', newKeys('ice-1')],
  ['DEA', newKeys('dea-1')],
]);
const { identities, voucher } = vouching(parties.agencies);
const now = new Date('2026-03-02T10:00:00Z');

const ENTRY = {
  sequence: '12',
  op: 'UPSERT',
  type: 'RECORD',
  id: id(1),
  pointer: { contactId: null, labels: { program: 'a' } },
};

const PERSON = { id: id(900), type: 'PERSON', labels: { minor: false } };
const LINE = { source: 15, blind: blindOf('+12025550143') };

describe('the door for contributions', () => {
  const index = useIndex();
  const troubles: unknown[] = [];
  let served: ServedSubgraph;

  beforeAll(async () => {
    const subgraph = await buildIndexSubgraph(parties);
    const { database } = index;
    const cursors = cursorSeal();
    served = await serveSubgraph({
      ...subgraph,
      lock: 'none',
      rulebook: { at: () => ruleset },
      gatewayKeys: () => gateway.published,
      identities,
      contextFor: (viewer) => subgraph.contextFor(viewer, { database, cursors }),
      routes: (app) =>
        serveContributions(app, {
          database,
          loads: index.loads,
          keysOf: (agency) => keys.get(agency)?.published,
          clock: () => now,
        }),
      clock: () => now,
      onTrouble: (error) => troubles.push(error),
    });
  });
  afterAll(() => served.stop());

  const post = async (path: string, body: unknown, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { [ASSERTION_HEADER]: token }) };
    const answer = await fetch(new URL(path, served.url), { method: 'POST', headers, body: textOf(body) });
    return { status: answer.status, ...((await answer.json()) as Answer) };
  };
  const send = async (body: unknown, { by = 'ICE', signed = body, audience = 'index' } = {}) => {
    const token = await assertAgencyCall({ agency: by, audience, body: textOf(signed), now }, keys.get(by)!.signing);
    const { errors, ...answer } = await post('/contribute', body, token);
    return errors ? { ...answer, code: errors[0]?.extensions.code, message: errors[0]?.message } : answer;
  };

  it('takes in what an agency signed, and says how far', async () => {
    expect(await send({ agency: 'ICE', entries: [ENTRY] })).toEqual({ status: 200, acknowledged: '12' });
    expect(await send({ agency: 'ICE', entries: [ENTRY] })).toEqual({ status: 200, acknowledged: '12' });
    expect(await index.database.pointer.count()).toBe(1);
  });

  it('takes in subjects and selectors, and what has none', async () => {
    const told = { subjects: [PERSON], selectors: [LINE, { ...LINE, source: 1, subject: 0 }] };
    const entries = [
      { ...entryOf(told), sequence: '13' },
      { ...entryOf({ epoch: undefined }), sequence: '14' },
    ];
    expect(await send({ agency: 'ICE', entries })).toEqual({ status: 200, acknowledged: '14' });
  });

  it('NOT_YOUR_CONTRIBUTION: refuses what one agency signs for another', async () => {
    expect(await send({ agency: 'ICE', entries: [ENTRY] }, { by: 'DEA' })).toMatchObject({
      status: 403,
      code: 'NOT_YOUR_CONTRIBUTION',
    });
  });

  it('refuses what nobody signed, or signed for another receiver, or signed otherwise', async () => {
    const body = { agency: 'ICE', entries: [] };
    expect(await send(body, { signed: { agency: 'ICE' } })).toMatchObject({ status: 401, code: 'ASSERTION_BODY' });
    expect(await send(body, { audience: 'DEA' })).toMatchObject({ status: 401, code: 'ASSERTION_AUDIENCE' });
    expect(await post('/contribute', body)).toMatchObject({ errors: [{ extensions: { code: 'ASSERTION_MISSING' } }] });
  });

  it.each([
    ['`entries[0]`: `sequence` must be a decimal number in a text', { ...ENTRY, sequence: 13 }],
    ['`entries[0]`: `op` must be `UPSERT` or `WITHDRAW`', { ...ENTRY, op: 'DELETE' }],
    ['`entries[0]`: `type` must be `RECORD`, `CASE` or `LIAISON_CONTACT`', { ...ENTRY, type: 'PERSON' }],
    ['`entries[0]`: `id` must be a UUID', { ...ENTRY, id: '1' }],
    ['`entries[0]`: `id` must be a random UUID (version 4)', { ...ENTRY, id: '01890a5d-ac96-774b-bcce-b302099a8057' }],
    ['`entries[0]`: `pointer` must be `{ contactId, labels }`', { ...ENTRY, pointer: undefined }],
    ['`entries[0]`: `title` is no label that is told of a RECORD', entryWith({ title: 'x' })],
    ['`entries[0]`: `openedOn` is no label that is told of a RECORD', entryWith({ openedOn: null })],
    ['`entries[0]`: `reference` is no label that is told of a RECORD', entryWith({ reference: ENTRY.id })],
    ['`entries[0]`: `recordedOn` must be a date `YYYY-MM-DD`, or null', entryWith({ recordedOn: '2010-02-30' })],
    ['`entries[0]`: `crimeAreas` must be a list of at most 200 texts, or null', entryWith({ crimeAreas: 'drugs' })],
    ['`entries[0]`: `originatorConsent` must be true or false, or null', entryWith({ originatorConsent: 'no' })],
    ['`entries[0]`: `program` must be a text of at most 500 characters, or null', entryWith({ program: 'a\0b' })],
    ['`entries[0]`: must be an object', null],
    [
      '`entries[0]`: `pointer.subjects` must be a list of at most 1000',
      entryOf({ subjects: Array(1001).fill(PERSON) }),
    ],
    ['`entries[0]`: `pointer.selectors` must be a list of at most 1000', entryOf({ selectors: {} })],
    ['`entries[0]`: `pointer.subjects[0]`: `id` must be a UUID', entryOf({ subjects: [{ ...PERSON, id: 'x' }] })],
    [
      '`entries[0]`: `pointer.subjects[0]`: `type` must be `PERSON`, `GROUP` or `ORGANIZATION`',
      entryOf({ subjects: [{ ...PERSON, type: 'toString' }] }),
    ],
    [
      '`entries[0]`: `pointer.subjects[0]`: `groupKind` is no label that is told of a PERSON',
      entryOf({ subjects: [{ ...PERSON, labels: { groupKind: 'gang' } }] }),
    ],
    [
      '`entries[0]`: `pointer.subjects[0]`: `minor` must be true or false, or null',
      entryOf({ subjects: [{ ...PERSON, labels: { minor: 'no' } }] }),
    ],
    [
      '`entries[0]`: `pointer.subjects[0]`: `labels` must be an object',
      entryOf({ subjects: [{ ...PERSON, labels: null }] }),
    ],
    [
      '`entries[0]`: `pointer.selectors[0]`: `source` must be the number of a source of selectors',
      entryOf({ selectors: [{ ...LINE, source: 99 }] }),
    ],
    [
      '`entries[0]`: `pointer.selectors[0]`: `blind` must be 16 bytes in base64url',
      entryOf({ selectors: [{ ...LINE, blind: '+1 202 555 0143' }] }),
    ],
    [
      '`entries[0]`: `pointer.selectors[0]`: `blind` must be 16 bytes in base64url',
      entryOf({ selectors: [{ ...LINE, blind: `${LINE.blind.slice(0, 21)}B` }] }),
    ],
    [
      '`entries[0]`: `pointer.selectors[0]`: `subject` must be the place of a Person among the subjects',
      entryOf({ subjects: [PERSON], selectors: [{ ...LINE, source: 1, subject: 1 }] }),
    ],
    [
      '`entries[0]`: `pointer.selectors[0]`: `subject` must be the place of a Person among the subjects',
      entryOf({
        subjects: [{ ...PERSON, type: 'GROUP', labels: {} }],
        selectors: [{ ...LINE, source: 1, subject: 0 }],
      }),
    ],
    [
      '`entries[0]`: `pointer.selectors[0]`: a selector of this source is of a record itself, and has no `subject`',
      entryOf({ subjects: [PERSON], selectors: [{ ...LINE, subject: 0 }] }),
    ],
    [
      '`entries[0]`: `pointer.selectors[0]`: a selector of this source is of a record itself, and has no `subject`',
      { ...entryOf({ selectors: [LINE] }), type: 'CASE' },
    ],
    [
      '`entries[0]`: a LIAISON_CONTACT has neither subjects nor selectors',
      { ...entryOf({ subjects: [PERSON] }), type: 'LIAISON_CONTACT' },
    ],
    [
      '`entries[0]`: `pointer.epoch` must be a number from 1 to 32767',
      entryOf({ selectors: [LINE], epoch: undefined }),
    ],
    ['`entries[0]`: `pointer.epoch` must be a number from 1 to 32767', entryOf({ selectors: [LINE], epoch: 0 })],
  ])('BAD_CONTRIBUTION: %s', async (message, entry) => {
    const before = await index.database.contribution.findMany();
    const good = { ...ENTRY, sequence: '99', id: id(2) };
    expect(await send({ agency: 'ICE', entries: [entry, good] })).toMatchObject({
      status: 400,
      code: 'BAD_CONTRIBUTION',
      message,
    });
    expect(await index.database.contribution.findMany()).toEqual(before);
  });

  it.each([['no json'], ['[]'], ['{"agency":"ICE"}'], ['{"agency":1,"entries":[]}']])(
    'BAD_CONTRIBUTION: %s',
    async (body) => {
      expect(await send(body)).toMatchObject({ status: 400, code: 'BAD_CONTRIBUTION' });
    },
  );

  it('BAD_CONTRIBUTION: numbers that do not rise', async () => {
    const entries = [
      { ...ENTRY, sequence: '21' },
      { ...ENTRY, sequence: '21' },
    ];
    expect(await send({ agency: 'ICE', entries })).toMatchObject({ code: 'BAD_CONTRIBUTION' });
  });

  it('FOREIGN_POINTER: answers as any refusal', async () => {
    const answer = await send({ agency: 'DEA', entries: [ENTRY] }, { by: 'DEA' });
    expect(answer).toMatchObject({ status: 409, code: 'FOREIGN_POINTER' });
  });

  it('says nothing of what went wrong inside', async () => {
    await index.database.$executeRaw`ALTER TABLE contribution RENAME TO elsewhere`;
    const answer = await send({ agency: 'ICE', entries: [ENTRY] });
    expect(answer).toMatchObject({ status: 500, code: 'REQUEST_FAILED', message: 'the request failed' });
    expect(troubles).toHaveLength(1);
    await index.database.$executeRaw`ALTER TABLE elsewhere RENAME TO contribution`;
  });

  it('takes a call in once: who sends it again is refused', async () => {
    const body = { agency: 'ICE', entries: [] };
    const call = { agency: 'ICE', audience: 'index', body: textOf(body), now };
    const token = await assertAgencyCall(call, keys.get('ICE')!.signing);
    expect(await post('/contribute', body, token)).toMatchObject({ status: 200 });
    expect(await post('/contribute', body, token)).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'ASSERTION_REPLAYED' } }],
    });
  });

  it('answers the gateway’s questions beside it', async () => {
    const body = { query: '{ records { totalCount edges { node { record { id } } } } }' };
    const { viewer, ...caller } = asking('ICE').caller;
    const claims = { ...caller, voucher: await voucher(viewer, { now }), audience: 'index', body: textOf(body), now };
    const token = await assertCaller(claims, gateway.signing);
    expect(await post('/graphql', body, token)).toEqual({
      status: 200,
      data: { records: { totalCount: 1, edges: [{ node: { record: { id: id(1) } } }] } },
    });
    expect(await post('/graphql', { query: '{ records(first: 1000) { totalCount } }' })).toMatchObject({ status: 401 });
  });
});

interface Answer {
  readonly acknowledged?: string;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function entryWith(labels: object) {
  return { ...ENTRY, pointer: { contactId: null, labels } };
}

/** An entry with subjects and selectors. */
function entryOf(told: object) {
  return { ...ENTRY, pointer: { contactId: null, labels: {}, epoch: 1, ...told } };
}
