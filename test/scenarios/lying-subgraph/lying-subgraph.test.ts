import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startLiar, type Honest, type Lie, type Liar } from '../../support/scenario/liar.ts';
import { foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import type { Seen } from '../../support/scenario/seen.ts';
import { serveAgency } from '../../support/scenario/subgraphs.ts';
import { AGENCIES, AGREEMENT } from './agreement.ts';
import { DATA, FBI_SECRET, held } from './data.ts';
import { JSON_LIES, PLANTED } from './json-lies.ts';
import { MOST_BYTES, SLOW_LIES, WIRE_LIES, endless } from './wire-lies.ts';

let ice: Liar;
const scenario = useScenario(async () => {
  ice = await startLiar();
  const [agency] = agenciesOf(['ICE']);
  return {
    agencies: AGENCIES,
    agreements: [AGREEMENT],
    data: DATA,
    subgraphs: {
      ICE: async (world, database) => ice.inPlaceOf(await serveAgency(agency!, database, DATA.ICE, true, world)),
    },
    subgraphTimeoutMilliseconds: 1_000,
    subgraphAnswerBytes: MOST_BYTES,
  };
});

const QUERY = recordsWith(`__typename id title kind crimeAreas recordedOn
  case { id summary } subjects { __typename ... on Person { surname { original } phones } }`);

let honest: Seen;
beforeAll(async () => {
  // The first answer of a world takes longer than the ones that a test waits for in vain.
  do honest = await scenario.as('DEA').query(QUERY);
  while (honest.errors);
});

async function hearing(lie: (honest: Honest) => Lie): Promise<Seen> {
  ice.lie = lie;
  const seen = await scenario.as('DEA').query(QUERY);
  ice.lie = undefined;
  return seen;
}

/** The parts of all but ICE, and what each of them was asked. */
function ofOthers(seen: Seen) {
  const { ICE: _lies, ...found } = foundIn(seen);
  const { ICE: _asked, ...asked } = seen.asked;
  const { ICE: _sent, ...sent } = seen.sent;
  return { status: seen.status, found, asked, sent };
}

function failuresOf({ errors = [] }: Seen): readonly (readonly [string, boolean, unknown])[] {
  return errors.map(({ message, extensions, path }) => [extensions.code, message.includes('`ICE`'), path]);
}

describe('when the subgraph of ICE is honest', () => {
  it('its part is there, and the others’', () => {
    expect(honest.errors).toBeUndefined();
    expect(foundIn(honest)).toMatchObject({
      ICE: [{ title: 'A parcel', case: { id: held.ICE.case.id }, subjects: [{ __typename: 'IcePerson' }] }],
      FBI: [{ title: 'A letter', case: { id: held.FBI.case.id } }],
      DEA: [{ title: 'A phone call' }],
    });
  });
});

describe('when the subgraph of ICE', () => {
  it.each(JSON_LIES)(
    '%s, the others’ parts are what they were, and so is what they are asked',
    async (_, lie, outcome) => {
      const seen = await hearing(lie);
      expect(ofOthers(seen)).toEqual(ofOthers(honest));
      expect(seen.text).not.toContain(PLANTED);
      expect(seen.text).not.toContain(FBI_SECRET);
      const failed = failuresOf(seen);
      if (outcome === 'passes') expect(failed).toEqual([]);
      else expect(failed).toEqual([[expect.stringMatching(/^SUBGRAPH_(FAILED|UNAVAILABLE)$/), true, undefined]]);
    },
  );

  it.each(WIRE_LIES)('%s, its part is missing, and nobody else’s', async (_, lie) => {
    const seen = await hearing(lie);
    expect(ofOthers(seen)).toEqual(ofOthers(honest));
    expect(foundIn(seen)['ICE']).toMatchObject([{ id: held.ICE.record.id, title: null, case: null }]);
    expect(failuresOf(seen)).toEqual([['SUBGRAPH_UNAVAILABLE', true, undefined]]);
    expect(seen.text).not.toContain(PLANTED);
  });

  it.each(SLOW_LIES)('%s, the answer comes without its part', async (_, lie) => {
    const seen = await hearing(() => lie);
    expect(ofOthers(seen)).toEqual(ofOthers(honest));
    expect(failuresOf(seen)).toEqual([['SUBGRAPH_UNAVAILABLE', true, undefined]]);
  });

  it('sends a body without end, little of it is taken', async () => {
    const taken = { bytes: 0 };
    const seen = await hearing(() => endless(taken));
    expect(ofOthers(seen)).toEqual(ofOthers(honest));
    expect(failuresOf(seen)).toEqual([['SUBGRAPH_UNAVAILABLE', true, undefined]]);
    expect(taken.bytes).toBeGreaterThan(0);
    expect(taken.bytes).toBeLessThan(16 * MOST_BYTES);
  });

  it.each([301, 302, 303, 307, 308])('redirects by %d, nobody is sent the assertion', async (status) => {
    const heard: unknown[] = [];
    const elsewhere = createServer((request, response) => {
      heard.push(request.headers);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"_entities":[{"title":"x"}]}}');
    });
    await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/graphql`;
    const seen = await hearing(() => ({ status, headers: { location }, body: '' }));
    elsewhere.close();
    expect(heard).toEqual([]);
    expect(failuresOf(seen)).toEqual([['SUBGRAPH_UNAVAILABLE', true, undefined]]);
    expect(ofOthers(seen)).toEqual(ofOthers(honest));
  });

  it('answers twice, the second answer is taken for nobody else’s, and the next question is answered anew', async () => {
    const planted = JSON.stringify({
      data: { _entities: [{ _c_t: 'FbiRecord', __typename: 'FbiRecord', title: PLANTED }] },
    });
    const seen = await hearing((told) => (socket) => {
      const bodies = [JSON.stringify(told), planted].map(
        (body) =>
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      socket.write(bodies.join(''));
    });
    expect(ofOthers(seen)).toEqual(ofOthers(honest));
    expect(seen.text).not.toContain(PLANTED);
    const next = await scenario.as('DEA').query(QUERY);
    expect(next.text).not.toContain(PLANTED);
    expect(ofOthers(next)).toEqual(ofOthers(honest));
  });

  it('lies to its own viewers, they are lied to about its own alone', async () => {
    const before = await scenario.as('ICE').query(QUERY);
    for (const [, lie] of JSON_LIES) {
      ice.lie = lie;
      const seen = await scenario.as('ICE').query(QUERY);
      ice.lie = undefined;
      expect(ofOthers(seen)).toEqual(ofOthers(before));
      expect(seen.text).not.toContain(FBI_SECRET);
      expect(failuresOf(seen).every(([code, named]) => code.startsWith('SUBGRAPH_') && named)).toBe(true);
    }
  });
});
