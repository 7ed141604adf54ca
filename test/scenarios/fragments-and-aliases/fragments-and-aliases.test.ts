import { foundIn } from '../../support/scenario/hits.ts';
import { post } from '../../support/scenario/http.ts';
import { PURPOSE, useScenario, type Scenario, type ScenarioOptions } from '../../support/scenario/scenario.ts';
import { withoutGatewayLock } from '../../support/scenario/stages.ts';
import { EVERYTHING, SOME } from './agreement.ts';
import { DATA } from './data.ts';
import { DOCUMENTS } from './documents.ts';

const OPTIONS: ScenarioOptions = { agencies: ['ICE', 'FBI', 'DEA'], agreements: [EVERYTHING], data: DATA };

describe('where everything is shared', () => {
  const scenario = useScenario(OPTIONS);
  const stock = useScenario({ ...OPTIONS, agencyLock: false, stages: withoutGatewayLock });

  async function answer({ url, token }: Scenario, query: string, variables: object) {
    const headers = { authorization: `Bearer ${await token('DEA')}`, 'x-purpose': PURPOSE };
    const body = { query, variables, ...(query.includes('query Wanted') && { operationName: 'Wanted' }) };
    const { status, text } = await post(url, headers, body);
    const { extensions: _, ...answered } = JSON.parse(text) as {
      data?: object;
      errors?: unknown;
      extensions?: unknown;
    };
    return { status, ...answered };
  }

  it.each(DOCUMENTS)('the answer to %s is that of a stock gateway', async (_name, query, variables) => {
    const expected = await answer(stock, query, variables);
    expect(expected).toMatchObject({ status: 200, data: expect.anything() as unknown });
    expect(expected.errors).toBeUndefined();
    expect(JSON.stringify(await answer(scenario, query, variables))).toBe(JSON.stringify(expected));
  });
});

describe('what is not shared', () => {
  const scenario = useScenario({ ...OPTIONS, agreements: [SOME] });
  const ask = (query: string, variables: object = {}) => scenario.as('DEA').query(query, variables);
  const ofIce = (selection: string) =>
    `{ records(filter: { originators: ["ICE"] }) { edges { node { originator { code } record { ${selection} } } } } }`;
  const titles = ['Intercept of ICE', 'Report of ICE'];

  it.each([
    ['by another name', ofIce('title: narrative narrative: title'), { title: null }],
    ['by two names', ofIce('narrative: title a: narrative b: narrative'), { a: null, b: null }],
    ['in a fragment on the interface', ofIce('narrative: title ... on Record { a: narrative }'), { a: null }],
    ['in a fragment on the agency’s type', ofIce('narrative: title ... on IceRecord { a: narrative }'), { a: null }],
    [
      'in fragments in each other',
      `${ofIce('narrative: title ...A')} fragment A on Record { ...B } fragment B on Record { ... { a: narrative } }`,
      { a: null },
    ],
    ['where it is included', ofIce('narrative: title a: narrative @include(if: true)'), { a: null }],
    ['where it is skipped', ofIce('narrative: title a: narrative @skip(if: true)'), {}],
  ])('is not shown %s', async (_name, query, rest) => {
    const { data, text, asked } = await ask(query);
    expect(foundIn({ data })).toEqual({
      ICE: titles.map((narrative) => expect.objectContaining({ ...rest, narrative }) as unknown),
    });
    expect(Object.keys(foundIn({ data })['ICE']?.[0] ?? {})).toHaveLength(1 + Object.keys(rest).length);
    expect(text).not.toContain('Secret');
    expect(asked['ICE']?.join().replaceAll('narrative:title', '')).not.toContain('narrative');
  });

  it('is not shown by a fragment in the one subject or the other', async () => {
    const { data, asked } = await ask(
      ofIce(
        'subjects { ... on Person { surname { romanized } sex } ... on Group { names kind } ... on Subject { __typename } ... on IceOrganization { names } }',
      ),
    );
    expect(foundIn({ data })['ICE']).toContainEqual({
      subjects: [
        { __typename: 'IcePerson', surname: { romanized: 'IVANOVA' }, sex: null },
        { __typename: 'IceGroup', names: ['Elm Street Ring'], kind: null },
      ],
    });
    expect(asked['ICE']?.join()).not.toMatch(/sex|kind[^"]|Organization/);
  });

  it('is asked for where a variable includes it, and explained only then', async () => {
    const query = `query ($told: Boolean!) ${ofIce('title narrative @include(if: $told) ... @skip(if: $told) { synopsis }')}`;
    const coordinates = async (told: boolean) =>
      (await ask(query, { told })).withheld.map(({ coordinate }) => coordinate);
    expect(await coordinates(true)).toEqual(['Record.narrative']);
    expect(await coordinates(false)).toEqual(['Record.synopsis']);
  });

  it('leaves the name of the type, and the agency is asked for no more', async () => {
    const { data, asked } = await ask(ofIce('__typename narrative'));
    expect(foundIn({ data })).toEqual({
      ICE: [
        { __typename: 'IceRecord', narrative: null },
        { __typename: 'IceRecord', narrative: null },
      ],
    });
    expect(asked['ICE']?.join() ?? '').not.toContain('narrative');
  });
});
