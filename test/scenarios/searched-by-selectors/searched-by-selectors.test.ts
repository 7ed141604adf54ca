import { BLINDING_KEYS } from '../../support/pointers.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, ice } from './data.ts';

const scenario = useScenario({
  agencies: ['ICE', 'DEA', 'FBI', 'ICRF'],
  agreements: [AGREEMENT],
  data: DATA,
  blindingKeys: () => BLINDING_KEYS,
});

const RECORD = 'record { id title narrative intercept { line } }';
const HITS = `edges { node { disclosure originator { code } contact { name phone } ${RECORD} } }`;
const QUERY = `{ records(filter: { phone: "+1 202 555 0143" }) { totalCount ${HITS} } }`;
const CLEAR = /2025550143|202 555 0143|lizarraga|esteban/iu;

const contact = { name: expect.any(String) as unknown, phone: expect.any(String) as unknown };

describe('a telephone number that several agencies know', () => {
  it('is found at those whose agreements say so, each as far as they do', async () => {
    const { data, errors } = await scenario.as('DEA').query(QUERY);
    expect(errors).toBeUndefined();
    const record = { id: ice.found.id, title: 'found at ICE', narrative: null, intercept: null };
    const { records } = data as { records: { totalCount: number; edges: readonly { node: object }[] } };
    expect(records.totalCount).toBe(2);
    expect(records.edges.map(({ node }) => node)).toEqual(
      expect.arrayContaining([
        { disclosure: 'FULL', originator: { code: 'ICE' }, contact, record },
        { disclosure: 'CONTACT', originator: { code: 'FBI' }, contact, record: null },
      ]),
    );
  });

  it('goes to the index blinded, to nobody else, and into no record of what was asked', async () => {
    const { asked, sent, recorded } = await scenario.as('DEA').query(QUERY);
    expect(Object.keys(asked).sort()).toEqual(['FBI', 'ICE', 'index']);
    expect(asked['ICE']!.join()).toContain('title');
    expect(asked['ICE']!.join()).not.toMatch(/narrative|intercept/u);
    expect(JSON.stringify([asked, sent, recorded])).not.toMatch(CLEAR);
    expect(scenario.received.map(({ body }) => body).join()).not.toMatch(CLEAR);
  });

  it('is explained: what is withheld, and where it was not looked for', async () => {
    const { visibility } = await scenario.as('DEA').query(QUERY);
    expect(visibility.withheld).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ originator: 'ICE', coordinate: 'Record.narrative', reason: 'NOT_COVERED' }),
        expect.objectContaining({
          ...{ originator: 'ICE', coordinate: 'WiretapIntercept.line', reason: 'WITHHELD_BY_CLAUSE' },
          ...{ clauses: ['test#III.C'], by: ['records.filter.phone'] },
        }),
        expect.objectContaining({ originator: 'ICRF', coordinate: 'Person.phones', by: ['records.filter.phone'] }),
      ]),
    );
  });

  it('is found by a file of them, and so is a person, written otherwise', async () => {
    const person = { surname: 'Lizárraga', firstNames: 'Esteban', dateOfBirth: '1971-03' };
    const response = await fetch(`${scenario.url}/search`, {
      method: 'POST',
      headers: { ...(await scenario.as('DEA').headers()), 'content-type': 'application/x-ndjson' },
      body: `PHONE +1 (202) 555-0143\n${JSON.stringify({ ref: 'x', person })}\nPHONE +1 202 555 0199\n`,
    });
    const [phone, name, none, last] = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    const hit = { disclosure: 'FULL', originator: { code: 'ICE' }, record: { id: ice.found.id } };
    expect(phone).toMatchObject({ line: 1, records: { count: 2 } });
    expect(name).toMatchObject({ line: 2, ref: 'x', records: { count: 1, hits: [hit] } });
    expect(none).toMatchObject({ line: 3, records: { count: 0, hits: [] } });
    expect(last).toMatchObject({ done: true, lines: 3, answered: 3, found: 2 });
    expect(scenario.received.map(({ body }) => body).join()).not.toMatch(CLEAR);
  });
});

describe('many names at once', () => {
  const names = (of: number) =>
    Array.from({ length: 100 }, (_, n) => ({
      person: { surname: `Lizarraga${of}x${n}`, firstNames: 'Esteban', dateOfBirth: '1971-03-09' },
    }));
  const checks = (fields: number) => {
    const asked = Array.from({ length: fields }, (_, n) => `f${n}: selectorChecks(selectors: $s${n}) { recordCount }`);
    const variables = asked.map((_, n) => `$s${n}: [SelectorSought!]!`);
    return [
      `query (${variables.join(', ')}) { ${asked.join(' ')} }`,
      Object.fromEntries(asked.map((_, n) => [`s${n}`, names(n)])),
    ] as const;
  };

  it('are looked for, but not as many as keep everybody else waiting', async () => {
    const [few, many] = [checks(1), checks(20)];
    expect((await scenario.as('DEA').query(...few)).errors).toBeUndefined();
    const { errors, asked } = await scenario.as('DEA').query(...many);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_TOO_COSTLY']);
    expect(asked).toEqual({});
  });
});
