import type { Agreement } from '../../policy/agreement.ts';
import { agreementOf, rulesetOf, shareClause, shown } from './language/world.ts';

const WORDS = [{ id: '1', text: 'In words.' }];
const OPEN = agreementOf([shareClause()], { id: 'open' });

function charterOf(members: readonly string[], rest: Partial<Agreement> = {}): Agreement {
  const groups = { CTR: { name: 'A centre', coordinator: 'FBI', members } };
  return agreementOf(WORDS, { id: 'charter', groups, ...rest });
}

/** DEA joins, or takes part otherwise than before, from a day on. */
function joining(from: string, id = 'joining'): Agreement {
  const accessions = [{ party: 'DEA', to: 'CTR', participation: 'active', from, backDated: true }] as const;
  return agreementOf(WORDS, { id, parties: ['DEA', 'CTR'], accessions });
}

describe('what is withheld from members of a group', () => {
  const withhold = { from: ['ICE'], to: ['CTR'], coordinates: ['Record.title'] };
  const since = { ...withhold, where: { 'record.recordedOn': { from: 'accession' } } };
  const rules = agreementOf([{ id: '1', text: 'In words.', withhold: since }], { id: 'rules' });

  it('since they joined stays withheld from who joins again', () => {
    const joined = [charterOf(['FBI']), rules, OPEN, joining('2014-01-01')];
    expect(shown(rulesetOf(joined))).toBeUndefined();
    expect(shown(rulesetOf([...joined, joining('2020-01-01', 'again')]))).toBeUndefined();
    const founded = [charterOf(['FBI', 'DEA']), rules, OPEN];
    expect(shown(rulesetOf(founded))).toBeUndefined();
    expect(shown(rulesetOf([...founded, joining('2020-01-01')]))).toBeUndefined();
  });

  it('stays withheld from whom another charter of the group leaves out', () => {
    const always = agreementOf([{ id: '1', text: 'In words.', withhold }], { id: 'rules' });
    const first = charterOf(['FBI', 'DEA']);
    const second = charterOf(['FBI'], { id: 'charter-2', supersedes: ['charter'] });
    expect(shown(rulesetOf([first, always, OPEN]))).toBeUndefined();
    expect(shown(rulesetOf([first, second, always, OPEN]))).toBeUndefined();
  });
});

it('the digest of the agreements tells before an accession and after it apart', () => {
  const shared = charterOf(['FBI'], { clauses: [shareClause({ to: ['CTR'] })] });
  const at = (day: string) => rulesetOf([shared, joining('2015-01-01')], [], new Date(`${day}T12:00:00Z`));
  const [before, after, later] = ['2014-12-31', '2015-01-01', '2015-01-02'].map(at);
  expect([before, after].map((ruleset) => shown(ruleset!))).toEqual([undefined, 'full']);
  expect(before?.digest).not.toBe(after?.digest);
  expect(after?.digest).toBe(later?.digest);
});
