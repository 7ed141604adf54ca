import Fastify from 'fastify';
import { assertAgencyCall } from '../../policy/agency-call.ts';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { serveContributions } from '../../subgraphs/index/contribution/route.ts';
import { newKeys } from '../kit/keys.ts';
import { useIndex } from './database.ts';
import { id } from './pointers.ts';

const keys = new Map([
  ['ICE', newKeys('ice-1')],
  ['DEA', newKeys('dea-1')],
]);
const now = new Date('2026-03-02T10:00:00Z');

const ENTRY = { sequence: '12', op: 'UPSERT', type: 'RECORD', id: id(1), pointer: { contactId: null, labels: { program: 'a' } } };

describe('the door for contributions', () => {
  const index = useIndex();
  const app = Fastify();

  beforeAll(() =>
    serveContributions(app, { database: index.database, keysOf: (agency) => keys.get(agency)?.published, now: () => now }),
  );
  afterAll(() => app.close());

  const send = async (body: unknown, { by = 'ICE', signed = body, audience = 'index' } = {}) => {
    const bytes = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
    const call = { agency: by, audience, body: bytes(signed), now };
    const token = await assertAgencyCall(call, keys.get(by)!.signing);
    const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: token };
    const answer = await app.inject({ method: 'POST', url: '/contribute', headers, payload: bytes(body) });
    const json: { acknowledged?: string; error?: { code: string; message: string } } = answer.json();
    return { status: answer.statusCode, code: json.error?.code, ...json };
  };

  it('takes in what an agency signed, and says how far', async () => {
    expect(await send({ agency: 'ICE', entries: [ENTRY] })).toEqual({ status: 200, acknowledged: '12' });
    expect(await send({ agency: 'ICE', entries: [ENTRY] })).toEqual({ status: 200, acknowledged: '12' });
    expect(await index.database.pointer.count()).toBe(1);
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
    const unsigned = await app.inject({ method: 'POST', url: '/contribute', payload: body });
    expect(unsigned.json()).toMatchObject({ error: { code: 'ASSERTION_MISSING' } });
  });

  it.each([
    ['`entries[0]`: `sequence` must be a decimal number in a text', { ...ENTRY, sequence: 13 }],
    ['`entries[0]`: `op` must be `UPSERT` or `WITHDRAW`', { ...ENTRY, op: 'DELETE' }],
    ['`entries[0]`: `type` must be `RECORD`, `CASE` or `LIAISON_CONTACT`', { ...ENTRY, type: 'PERSON' }],
    ['`entries[0]`: `id` must be a UUID', { ...ENTRY, id: '1' }],
    ['`entries[0]`: `pointer` must be `{ contactId, labels }`', { ...ENTRY, pointer: undefined }],
    ['`entries[0]`: `title` is no label of a RECORD', entryWith({ title: 'x' })],
    ['`entries[0]`: `openedOn` is no label of a RECORD', entryWith({ openedOn: null })],
    ['`entries[0]`: `recordedOn` must be a date `YYYY-MM-DD`, or null', entryWith({ recordedOn: '2010-02-30' })],
    ['`entries[0]`: `crimeAreas` must be a list of at most 200 texts, or null', entryWith({ crimeAreas: 'drugs' })],
    ['`entries[0]`: `originatorConsent` must be true or false, or null', entryWith({ originatorConsent: 'no' })],
    ['`entries[0]`: `program` must be a text of at most 500 characters, or null', entryWith({ program: 'a\0b' })],
    ['`entries[0]`: must be an object', null],
  ])('BAD_CONTRIBUTION: %s', async (message, entry) => {
    const before = await index.database.contribution.findMany();
    const good = { ...ENTRY, sequence: '99', id: id(2) };
    expect(await send({ agency: 'ICE', entries: [entry, good] })).toMatchObject({
      status: 400,
      error: { code: 'BAD_CONTRIBUTION', message },
    });
    expect(await index.database.contribution.findMany()).toEqual(before);
  });

  it.each([['no json'], ['[]'], ['{"agency":"ICE"}'], ['{"agency":1,"entries":[]}']])('BAD_CONTRIBUTION: %s', async (body) => {
    expect(await send(body)).toMatchObject({ status: 400, code: 'BAD_CONTRIBUTION' });
  });

  it('BAD_CONTRIBUTION: numbers that do not rise', async () => {
    const entries = [{ ...ENTRY, sequence: '21' }, { ...ENTRY, sequence: '21' }];
    expect(await send({ agency: 'ICE', entries })).toMatchObject({ code: 'BAD_CONTRIBUTION' });
  });

  it('CONTRIBUTION_FAILED: says nothing of what went wrong inside', async () => {
    await index.database.$executeRaw`ALTER TABLE contribution RENAME TO elsewhere`;
    expect(await send({ agency: 'ICE', entries: [ENTRY] })).toEqual({
      status: 500,
      code: 'CONTRIBUTION_FAILED',
      error: { code: 'CONTRIBUTION_FAILED', message: 'the index could not take the contribution in' },
    });
    await index.database.$executeRaw`ALTER TABLE elsewhere RENAME TO contribution`;
  });
});

function entryWith(labels: object) {
  return { ...ENTRY, pointer: { contactId: null, labels } };
}
