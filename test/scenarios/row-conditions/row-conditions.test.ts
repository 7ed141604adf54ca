import { foundIn, casesWith, recordsWith } from '../../support/scenario/hits.ts';
import type { Seen } from '../../support/scenario/seen.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, HIDDEN, SHOWN, SHOWN_TO_FBI, closedCase, fromReno, group, suspects, witness } from './data.ts';

const scenario = useScenario({ agencies: ['ICE', 'DEA', 'FBI'], agreements: [AGREEMENT], data: DATA });

const titlesIn = (seen: Seen) =>
  (foundIn(seen)['ICE'] ?? []).map((record) => (record as { title: string | null }).title).sort();
const titlesOf = (records: readonly { readonly title: string | null }[]) => records.map(({ title }) => title).sort();

const BY_ID = 'query ($id: ID!) { record(id: $id) { title } }';
const ENTITY = 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on IceRecord { title narrative } } }';

describe('a clause on some rows', () => {
  it('shows those, and counts no others', async () => {
    const seen = await scenario
      .as('DEA')
      .query('{ records(first: 100) { totalCount edges { node { originator { code } record { title } } } } }');
    expect(titlesIn(seen)).toEqual(titlesOf([...SHOWN, fromReno]));
    expect(seen.data).toMatchObject({ records: { totalCount: SHOWN.length + 1 } });
    expect(seen.errors).toBeUndefined();
  });

  it('asks with a field for the labels that its conditions read, and for nothing else', async () => {
    const { asked } = await scenario.as('DEA').query(recordsWith('title'));
    expect(asked['ICE']).toHaveLength(1);
    expect(asked['ICE']?.[0]).toContain(
      '...on IceRecord{title _c_l:labels(names:["crimeAreas" "kind" "notReleasableTo" "obtainedFrom" "office" "originatorConsent" "program" "recordedOn" "releasableTo"])}',
    );
  });

  it.each(HIDDEN.map((record) => [record.title, record] as const))('hides a record %s', async (_title, { id }) => {
    for (const agency of ['DEA', 'FBI']) {
      const { data, asked } = await scenario.as(agency).query(BY_ID, { id });
      expect(data).toEqual({ record: null });
      expect(asked['ICE']).toBeUndefined();
      const all = [{ __typename: 'IceRecord', id }];
      expect((await scenario.direct('ICE', agency, ENTITY, { all })).data).toEqual({ _entities: [null] });
    }
    expect((await scenario.as('ICE').query(BY_ID, { id })).data).not.toEqual({ record: null });
  });

  it('heeds whom the originator releases a record to, and from whom it has it', async () => {
    const seen = await scenario.as('FBI').query(recordsWith('title'));
    expect(titlesIn(seen)).toEqual(titlesOf([...SHOWN, ...SHOWN_TO_FBI, fromReno]));
    for (const { id } of SHOWN_TO_FBI)
      expect((await scenario.as('DEA').query(BY_ID, { id })).data).toEqual({ record: null });
  });

  it('opens one field of a row that another clause shows', async () => {
    const { data, withheld } = await scenario.as('DEA').query(recordsWith('title narrative'));
    const told = (foundIn({ data })['ICE'] as { title: string; narrative: string | null }[]).filter((r) => r.narrative);
    expect(told).toEqual([{ title: 'from Reno', narrative: fromReno.narrative }]);
    expect(withheld).toContainEqual({
      originator: 'ICE',
      coordinate: 'Record.narrative',
      reason: 'ROW_CONDITION',
      because: ['test#4'],
    });
  });
});

describe('what a shown record leads to', () => {
  const [first] = SHOWN;
  const inClosedCase = SHOWN.find(({ title }) => title === 'in a closed case');

  it('has no hidden person in its lists, and no hole', async () => {
    const query = 'query ($id: ID!) { record(id: $id) { subjects { id __typename } } }';
    const { data } = await scenario.as('DEA').query(query, { id: first?.id });
    expect(data).toEqual({
      record: { subjects: suspects.map(({ id }) => ({ id, __typename: 'IcePerson' })) },
    });
    const own = await scenario.as('ICE').query(query, { id: first?.id });
    expect(own.text).toContain(witness.id);
    expect(own.text).toContain(group.id);
  });

  it('has no case where that one is hidden', async () => {
    const query = 'query ($id: ID!) { record(id: $id) { title case { id title } } }';
    const hidden = await scenario.as('DEA').query(query, { id: inClosedCase?.id });
    expect(hidden.data).toEqual({ record: { title: 'in a closed case', case: null } });
    expect(hidden.errors).toBeUndefined();
    const shown = await scenario.as('DEA').query(query, { id: first?.id });
    expect(shown.data).toMatchObject({ record: { case: { title: 'open case' } } });
    expect((await scenario.as('ICE').query(query, { id: inClosedCase?.id })).text).toContain(closedCase.id);
  });

  it('shows of a case those of its records that are shown', async () => {
    const { data } = await scenario.as('DEA').query(casesWith('title records { title } subjects { id }'));
    expect(foundIn({ data }, 'cases')).toEqual({
      ICE: [{ title: 'open case', records: [{ title: 'in the area' }], subjects: [] }],
    });
  });
});
