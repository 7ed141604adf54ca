import { casesWith, foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { CENTRE, KEPT, LATER } from './agreement.ts';
import { DATA, closedCase, minor, money, report, victim } from './data.ts';

const scenario = useScenario({
  agencies: ['ICE', 'FBI', 'DEA'],
  agreements: [LATER, KEPT, CENTRE],
  data: DATA,
});

const SUBJECTS = 'title subjects { ... on Person { surname { romanized } phones } ... on Group { names } }';

describe('a clause that withholds', () => {
  it('beats every clause that shares, also of a later agreement', async () => {
    const { data, asked, withheld } = await scenario.as('DEA').query(recordsWith('title narrative'));
    expect(foundIn({ data })['ICE']).toEqual([{ title: 'report', narrative: null }]);
    expect(asked['ICE']?.join()).not.toContain('narrative');
    expect(withheld).toContainEqual({
      originator: 'ICE',
      coordinate: 'Record.narrative',
      reason: 'WITHHELD_BY_CLAUSE',
      because: ['kept#narratives'],
    });
  });

  it('closes for whom it names, and for nobody else', async () => {
    const { data } = await scenario.as('FBI').query(recordsWith('title narrative'));
    expect(foundIn({ data })['ICE']).toEqual([
      { title: 'money', narrative: money.narrative },
      { title: 'report', narrative: report.narrative },
    ]);
  });

  it('closes a whole record with all that it leads to', async () => {
    const listed = await scenario.as('DEA').query(recordsWith('id title'));
    expect(listed.text).not.toContain(money.id);
    const query = 'query ($id: ID!) { record(id: $id) { title subjects { id } } }';
    expect((await scenario.as('DEA').query(query, { id: money.id })).data).toEqual({ record: null });
    expect((await scenario.as('FBI').query(query, { id: money.id })).data).not.toEqual({ record: null });
  });

  it('closes a whole case, and leaves its persons where another object shows them', async () => {
    const cases = await scenario.as('DEA').query(casesWith(SUBJECTS));
    expect(foundIn(cases, 'cases')['ICE']).toEqual([
      { title: 'open', subjects: [{ surname: { romanized: 'SUSPECT' }, phones: ['+12025550143'] }, expect.anything()] },
    ]);
    expect((await scenario.as('DEA').query(casesWith('id'))).text).not.toContain(closedCase.id);
    const records = await scenario.as('DEA').query(recordsWith(SUBJECTS));
    expect(records.text).toContain('SUSPECT');
    expect((await scenario.as('FBI').query(casesWith('id'))).text).toContain(closedCase.id);
  });

  it('closes the whole of a minor, and of a person whose age is not known', async () => {
    const { data, text } = await scenario.as('DEA').query(recordsWith(`${SUBJECTS} all: subjects { id }`));
    const [{ subjects }] = foundIn({ data })['ICE'] as [{ subjects: unknown[] }];
    expect(subjects).toEqual([
      { surname: { romanized: 'SUSPECT' }, phones: ['+12025550143'] },
      { surname: null, phones: ['+12025550143'] },
      { names: ['Elm Street Ring'] },
    ]);
    expect(text).not.toContain(minor.id);
    const ofFbi = await scenario.as('FBI').query(recordsWith(SUBJECTS));
    expect(ofFbi.text).toContain('MINOR');
  });

  it('closes of a victim the fields that it names', async () => {
    const { text, withheld } = await scenario.as('DEA').query(recordsWith(`${SUBJECTS} all: subjects { id }`));
    expect(text).toContain(victim.id);
    expect(text).not.toContain('VICTIM');
    expect(withheld).toContainEqual({
      originator: 'ICE',
      coordinate: 'Person.surname',
      reason: 'ROW_CONDITION',
      because: ['centre#1', 'later#1', 'kept#money', 'kept#closed', 'kept#minors', 'kept#victims'],
    });
  });

  it('closes for the uses and the viewers that it names only', async () => {
    const query = recordsWith('title synopsis program');
    const shown = { title: 'report', synopsis: report.synopsis, program: report.program };
    const forTrial = { purpose: 'area=drug-trafficking; use=prosecution; case=TEST-1' };
    expect(foundIn(await scenario.as('DEA').query(query))['ICE']).toEqual([shown]);
    expect(foundIn(await scenario.as('DEA', forTrial).query(query))['ICE']).toEqual([{ ...shown, synopsis: null }]);
    const prosecutor = scenario.as('DEA', { role: 'prosecutor' });
    expect(foundIn(await prosecutor.query(query))['ICE']).toEqual([{ ...shown, program: null }]);
  });
});
