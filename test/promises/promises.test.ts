import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { toyBundle } from '../gateway/playground/toy-bundle.ts';
import { foundIn, recordsWith } from '../support/scenario/hits.ts';
import { startScenario, useScenario, type ScenarioOptions } from '../support/scenario/scenario.ts';
import { withoutGatewayLock } from '../support/scenario/stages.ts';
import { GENEROUS, SHARED, held, marked } from './world.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const PAGES = fileURLToPath(new URL('../../gateway/playground/pages', import.meta.url));
const OPTIONS: ScenarioOptions = {
  agencies: ['ICE', 'FBI', 'DEA', 'ATF'],
  agreements: [SHARED, GENEROUS],
  data: { ICE: [...held.ICE.all, marked], FBI: held.FBI.all, DEA: held.DEA.all },
  door: { playground: { bundled: await toyBundle(), signIn: [], personas: undefined } },
};
const scenario = useScenario(OPTIONS);
const TITLES = recordsWith('title narrative');
const SECRET = /secret narrative|marked/;

afterEach(() => {
  scenario.agreements.put([SHARED, GENEROUS]);
  scenario.ledger.fail = false;
});

const promises: Readonly<Record<string, () => Promise<void>>> = {
  async P1() {
    for (const agreements of [[], [{ ...SHARED, until: '2010-01-01' }], [{ ...SHARED, effective: '2999-01-01' }]]) {
      scenario.agreements.put(agreements);
      expect(foundIn(await scenario.as('DEA').query(TITLES))).toEqual({ DEA: [expect.anything()] });
    }
    scenario.agreements.put([SHARED, GENEROUS], ['FBI']);
    const { text } = await scenario.as('DEA').query(TITLES);
    expect(text).not.toContain('FBI title');
    const bundle = scenario.agreements.put([SHARED]);
    scenario.agreements.tell({
      ...bundle,
      documents: bundle.documents.map((document) => ({
        ...document,
        text: document.text.replace('Record.narrative', 'Record.synopsis'),
      })),
    });
    expect(foundIn(await scenario.as('DEA').query(TITLES))).toEqual({ DEA: [expect.anything()] });
  },

  async P2() {
    const { asked } = await scenario.as('DEA').query(TITLES);
    expect(asked['ICE']?.join()).not.toContain('narrative');
    expect(asked['FBI']?.join()).not.toContain('narrative');
    expect(asked['ATF']).toBeUndefined();
  },

  async P3() {
    const { visibility } = await scenario.as('DEA').query(TITLES);
    expect(visibility.disclosed).toEqual([
      { originator: 'FBI', clauses: ['shared#2'] },
      { originator: 'ICE', clauses: ['shared#1'] },
    ]);
    const withheld = visibility.withheld.find(
      ({ originator, coordinate }) => originator === 'ICE' && coordinate === 'Record.narrative',
    );
    expect(withheld).toMatchObject({
      reason: 'WITHHELD_BY_CLAUSE',
      clauses: ['shared#3'],
      contact: { name: 'ICE information-sharing desk' },
    });
  },

  async P4() {
    const expected = (await scenario.as('DEA').query(TITLES)).data;
    for (const lock of [{ stages: withoutGatewayLock }, { agencyLock: false }]) {
      const { scenario: other, stop } = await startScenario({ ...OPTIONS, ...lock });
      try {
        expect((await other.as('DEA').query(TITLES)).data).toEqual(expected);
      } finally {
        await stop();
      }
    }
  },

  async P5() {
    const { text } = await scenario.as('DEA').query(TITLES);
    expect(text).not.toMatch(SECRET);
    scenario.agreements.put([GENEROUS]);
    const open = await scenario.as('DEA').query(TITLES);
    expect(open.text).toContain('ICE secret narrative');
    expect(foundIn(open)['ICE']).toHaveLength(1);
  },

  async P6() {
    const before = await scenario.as('DEA').query(TITLES);
    expect(before.text).toContain('ICE title');
    scenario.agreements.put([]);
    await pause(1);
    const after = await scenario.as('DEA').query(TITLES);
    expect(after.text).not.toContain('ICE title');
    expect(after.visibility.ruleset).not.toBe(before.visibility.ruleset);
  },

  async P7() {
    const count = (filter: string) =>
      `{ records(filter: { ${filter} }) { totalCount edges { node { record { id } } } } }`;
    const all = await scenario.as('DEA').query(count('originators: ["ICE"]'));
    expect(all.data).toEqual({ records: { totalCount: 1, edges: [{ node: { record: { id: held.ICE.record.id } } }] } });
    const closed = await scenario.as('DEA').query(count('originators: ["FBI"], kinds: [REPORT_OF_INVESTIGATION]'));
    expect(closed.data).toEqual({ records: { totalCount: 0, edges: [] } });
    const byId = (id: string) => scenario.as('DEA').query(`{ record(id: "${id}") { id } }`);
    const [hidden, unknown] = [await byId(marked.id), await byId('00000000-0000-4000-8000-000000000000')];
    expect(hidden.text).toBe(unknown.text);
  },

  async P8() {
    const ask = async (token: string) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(`${scenario.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      return response.status;
    };
    const [header, payload, signature] = (await scenario.token('DEA')).split('.') as [string, string, string];
    expect(await ask(`${header}.${payload}.${signature}`)).toBe(200);
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, agency: 'ICE' })).toString('base64url');
    expect(await ask(`${header}.${forged}.${signature}`)).toBe(401);
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    expect(await ask(`${none}.${payload}.`)).toBe(401);
  },

  async P9() {
    const { recorded } = await scenario.as('DEA').query(TITLES);
    expect(recorded).toEqual([expect.objectContaining({ agency: 'DEA', case: 'TEST-1' })]);
    expect(JSON.stringify(recorded)).not.toMatch(/ICE title|FBI title/);
    scenario.ledger.fail = true;
    const { status, text, errors } = await scenario.as('DEA').query(TITLES);
    expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'LEDGER_UNAVAILABLE']);
    expect(text).not.toContain('title"');
  },

  async P10() {
    const { scenario: other, stop } = await startScenario({ ...OPTIONS, subgraphTimeoutMilliseconds: 500 });
    try {
      await other.stopSubgraph('ICE');
      const { data, errors } = await other.as('DEA').query(TITLES);
      expect(errors).toEqual([
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }) as object }),
      ]);
      expect(foundIn({ data })['FBI']).toEqual([{ title: 'FBI title', narrative: null }]);
    } finally {
      await stop();
    }
  },

  async P11() {
    for (const query of [
      '{ records { nothing } }',
      '{ records(',
      'query A { __typename } query B { __typename }',
      '{ records(first: 9999) { totalCount } }',
    ]) {
      const { errors, text } = await scenario.as('DEA').query(query);
      expect(errors?.length).toBeGreaterThan(0);
      for (const { extensions } of errors ?? []) {
        expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
        expect(extensions.remedy).toEqual(expect.any(String));
      }
      expect(text).not.toMatch(/stack|node_modules|file:/);
    }
  },

  async P12() {
    const everything = `id kind title synopsis narrative crimeAreas handling { notReleasableTo } obtainedFrom { party }
      investigation { reportNumber techniques } intercept { line } case { number records { id } }
      subjects { __typename ... on Person { surname { original } dateOfBirth passports { number } phones } }`;
    const { data } = await scenario
      .as('DEA', { purpose: null })
      .query(
        `{ records(filter: { originators: ["DEA"] }) { edges { node { originator { code } record { ${everything} } } } } }`,
      );
    const { record, person, case: theCase } = held.DEA;
    expect(foundIn({ data })['DEA']).toEqual([
      {
        id: record.id,
        kind: record.kind,
        title: record.title,
        synopsis: record.synopsis,
        narrative: record.narrative,
        crimeAreas: record.crimeAreas,
        handling: null,
        obtainedFrom: null,
        investigation: record.investigation,
        intercept: null,
        case: { number: theCase.number, records: [{ id: record.id }] },
        subjects: [
          {
            __typename: 'DeaPerson',
            surname: { original: person.surname?.original },
            dateOfBirth: person.dateOfBirth,
            passports: person.passports.map(({ number }) => ({ number })),
            phones: person.phones,
          },
        ],
      },
    ]);
  },

  async P13() {
    const at = (path: string, init?: RequestInit) => fetch(new URL(path, scenario.url), init);
    for (const path of ['/', '/matrix', '/agreements']) {
      const page = await at(path);
      const policy = page.headers.get('content-security-policy')?.split(';') ?? [];
      for (const directive of ["default-src 'none'", "script-src 'self'", "connect-src 'self'"])
        expect(policy).toContain(directive);
      const loaded = [...(await page.text()).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, place]) => place);
      expect(loaded.filter((place) => !/^(?:\/playground\/assets\/|data:,)/.test(place!))).toEqual([]);
    }
    const json = { 'content-type': 'application/json' };
    const asked = await at('/graphql', { method: 'POST', headers: json, body: '{"query":"{ agencies { code } }"}' });
    expect(asked.status).toBe(401);
    const token = await at('/playground/tokens', { method: 'POST', headers: json, body: '{"persona":"DEA/analyst"}' });
    expect(token.status).toBe(404);
    const settings = (await (await at('/playground/settings')).json()) as object;
    expect(Object.keys(settings).sort()).toEqual(['personas', 'purposes', 'signIn']);
    const sources = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    const text = sources.map((name) => readFileSync(`${PAGES}/${name}`, 'utf8')).join('\n');
    const addresses = [...text.matchAll(/\b(?:fetch|send<\w+>)\(([^,\s)]+)/g)].map(([, address]) => address).sort();
    const ways = ["'/graphql'", "'/health'", "'/playground/settings'", "'/playground/tokens'", "'/profile'"];
    expect(addresses.filter((address) => address !== 'path')).toEqual(ways);
    expect(text.match(/\bfetch\(path\b/g)).toHaveLength(1);
    expect(text).not.toMatch(/XMLHttpRequest|WebSocket\(|EventSource|sendBeacon/);
  },
};

describe('the README promises', () => {
  const rows = [...README.matchAll(/^\| (P\d+) +\| (.+?) +\|$/gm)].map(([, id, promise]) => ({
    id: id!,
    promise: promise!,
  }));

  it('what these tests hold it to, and nothing else', () => {
    expect(rows.map(({ id }) => id)).toEqual(Object.keys(promises));
  });

  it.each(rows)('$id: $promise', ({ id }) => promises[id]!());
});
