import type { Agreement, Share, Withhold } from '../../../policy/agreement.ts';
import { toCedar } from '../../../policy/export/cedar/cedar.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { contract } from '../../../schema/contract.ts';
import { purposes } from '../../../schema/purposes.ts';
import { viewerTerms } from '../../../schema/viewers.ts';
import { agencyEntry } from '../../support/toy-federation.ts';
import { toyAgreement, type ToyClause } from '../../support/toy-policy.ts';
import { validates } from '../oracle/cedar.ts';
import { sampleAgreements, sampleParties } from './samples.ts';

const agencies = ['ICE', 'DEA'].map((code) => agencyEntry(code));
const AT = new Date('2026-01-01T00:00:00Z');

/** Agreements as Cedar policies. */
function cedarOf(agreements: readonly Agreement[], of: readonly AgencyEntry[] = agencies) {
  return toCedar({ agreements, notices: [], at: AT, agencies: of, contract, viewers: viewerTerms }, purposes);
}

const share = (id: string, of: Partial<Share> = {}): ToyClause => ({
  id,
  share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title', 'Person.phones'], ...of },
});
const withhold = (id: string, of: Partial<Withhold> = {}): ToyClause => ({
  id,
  withhold: { from: ['ICE'], to: ['DEA'], ...of },
});

describe('agreements in Cedar', () => {
  it('are valid by their schema: the samples', () => {
    expect(validates(cedarOf(sampleAgreements(), sampleParties().agencies))).toEqual([]);
  });

  it('name the clause of each policy, and say it in its words', () => {
    const { policies } = cedarOf([toyAgreement(agencies, [share('I'), withhold('II')])]);
    expect(policies.get('test#I')).toMatch(/^@id\("test#I"\)\n@clause\("test#I"\)\n@text\("In words."\)\npermit /);
    expect(policies.get('test#II')).toMatch(/^@id\("test#II"\)\n@clause\("test#II"\)\n@text\("In words."\)\nforbid /);
  });

  it('number the policies of a clause that treats fields differently', () => {
    const { policies } = cedarOf([toyAgreement(agencies, [share('I', { treatments: { 'Person.phones': 'masked' } })])]);
    expect([...policies.keys()].filter((id) => id.startsWith('test#'))).toEqual(['test#I/1', 'test#I/2']);
  });

  it('keep the words of a clause from being read as policy', () => {
    const text = 'Nothing"); permit (principal, action, resource); //\n\u0007\\';
    const agreement = toyAgreement(agencies, [withhold('I')]);
    const exported = cedarOf([{ ...agreement, clauses: agreement.clauses.map((clause) => ({ ...clause, text })) }]);
    expect(validates(exported)).toEqual([]);
    expect(exported.policies.get('test#I')).toMatch(/@text\("Nothing\\"\); permit .*\\u\{a\}\\u\{7\}\\\\"\)\nforbid/);
  });

  it('tell what they do not carry', () => {
    const clauses = [
      share('I', { disclosure: 'SILENT' }),
      share('II', { obligations: { retentionDays: 3, onward: 'forbidden' } }),
    ];
    const { notCarried } = cedarOf([toyAgreement(agencies, clauses)]);
    expect(notCarried.map(({ clause, what }) => `${clause} ${what}`)).toEqual([
      expect.stringMatching(/^test#I a silent clause/),
      expect.stringMatching(/^test#II `retentionDays`/),
      expect.stringMatching(/^test#II `onward`/),
    ]);
  });
});
