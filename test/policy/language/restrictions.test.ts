import type { Clause } from '../../../policy/agreement.ts';
import { foundAnyhow } from '../../../policy/cell.ts';
import { evaluate } from '../../../policy/condition/evaluate.ts';
import type { Consent } from '../../../policy/notice.ts';
import { agreementOf, grantFor, record, rulesetOf, shareClause, shown } from './world.ts';

const CONSENT: Consent = {
  concordat: 1,
  notice: 'consent-1',
  kind: 'consent',
  party: 'FBI',
  agreement: 'test',
  digest: 'test',
  given: '2020-01-01T00:00:00Z',
  from: '2020-01-01T00:00:00Z',
  to: ['DEA'],
  references: ['record-1'],
};
const SHARED = agreementOf([shareClause()]);
const OF_FBI = record({ obtainedFrom: 'FBI' });

describe('a purpose that the taxonomy does not have', () => {
  it.each([{ area: 'anything' }, { use: 'anything' }, { area: '' }, { use: 'constructor' }])(
    'is covered by no clause, so that none that withholds is passed by it: %j',
    (purpose) => {
      const withhold = {
        id: 'not-so',
        text: 'words',
        withhold: { from: ['ICE'], to: ['DEA'], for: { areas: ['drug-trafficking'] } },
      };
      for (const agreement of [SHARED, agreementOf([shareClause(), withhold])])
        expect(shown(rulesetOf([agreement]), record(), { purpose })).toBeUndefined();
      expect(shown(rulesetOf([SHARED]))).toBe('full');
    },
  );
});

describe('the third-party rule', () => {
  it('keeps what came from another party, until that party consents', () => {
    expect(shown(rulesetOf([SHARED]), OF_FBI)).toBeUndefined();
    expect(shown(rulesetOf([SHARED], [CONSENT]), OF_FBI)).toBe('full');
  });

  it('counts no consent of anybody else, to anybody else, or to anything else', () => {
    const others: readonly Partial<Consent>[] = [
      { party: 'USAO' },
      { party: 'ICE' },
      { to: ['USAO'] },
      { references: ['record-2'] },
      { uses: ['prosecution'] },
      { from: '2027-01-01T00:00:00Z' },
      { until: '2025-01-01T00:00:00Z' },
    ];
    for (const other of others)
      expect([other, shown(rulesetOf([SHARED], [{ ...CONSENT, ...other }]), OF_FBI)]).toEqual([other, undefined]);
  });

  it('does not take a consent for the place of the marks of the originator', () => {
    const marked = record({ obtainedFrom: 'FBI', notReleasableTo: ['DEA'] });
    expect(shown(rulesetOf([SHARED], [CONSENT]), marked)).toBeUndefined();
    expect(shown(rulesetOf([SHARED], [CONSENT, { ...CONSENT, notice: 'b', party: 'ICE' }]), marked)).toBe('full');
  });
});

describe("the originator's own marks", () => {
  const own: Consent = { ...CONSENT, party: 'ICE' };

  it.each([{ originatorConsent: true }, { notReleasableTo: ['DEA'] }, { releasableTo: ['FBI'] }])(
    'give way to its recorded consent: %j',
    (marks) => {
      expect(shown(rulesetOf([SHARED]), record(marks))).toBeUndefined();
      expect(shown(rulesetOf([SHARED], [own]), record(marks))).toBe('full');
    },
  );

  it('keep from court what is not for evidence, until it consents to that', () => {
    const evidence = { purpose: { use: 'evidence' } };
    const marked = record({ notAsEvidence: true });
    expect(shown(rulesetOf([SHARED]), marked)).toBe('full');
    expect(shown(rulesetOf([SHARED]), marked, evidence)).toBeUndefined();
    expect(shown(rulesetOf([SHARED]), record({ notAsEvidence: undefined }), evidence)).toBeUndefined();
    expect(shown(rulesetOf([SHARED], [own]), marked, evidence)).toBeUndefined();
    expect(shown(rulesetOf([SHARED], [{ ...own, uses: ['prosecution'] }]), marked, evidence)).toBeUndefined();
    expect(shown(rulesetOf([SHARED], [{ ...own, uses: ['evidence'] }]), marked, evidence)).toBe('full');
  });

  it('are what a clause may ask for too: no evidence without consent', () => {
    const clause = agreementOf([shareClause({ obligations: { evidence: 'with-consent' } })]);
    const evidence = { purpose: { use: 'evidence' } };
    expect(shown(rulesetOf([clause]), record())).toBe('full');
    expect(shown(rulesetOf([clause]), record(), evidence)).toBeUndefined();
    expect(shown(rulesetOf([clause], [{ ...own, uses: ['evidence'] }]), record(), evidence)).toBe('full');
  });
});

describe('a threat to life', () => {
  const override = shareClause({ override: true, for: { uses: ['threat-to-life'] } }, '9');
  const withhold: Clause = { id: '2', text: 'In words.', withhold: { from: ['ICE'], to: ['DEA'] } };
  const ruleset = rulesetOf([agreementOf([shareClause(), withhold, override])]);
  const threat = { purpose: { use: 'threat-to-life' } };

  it('releases what clauses withhold and marks restrict', () => {
    expect(shown(ruleset, record())).toBeUndefined();
    expect(shown(ruleset, record(), threat)).toBe('full');
    expect(shown(ruleset, record({ notReleasableTo: ['DEA'], originatorConsent: true }), threat)).toBe('full');
  });

  it("releases nothing that is another party's", () => {
    expect(shown(ruleset, OF_FBI, threat)).toBeUndefined();
    expect(shown(ruleset, record({ obtainedFrom: undefined }), threat)).toBeUndefined();
  });

  it('keeps the treatment of the clause that releases', () => {
    const treated = { ...override, share: { ...override.share!, treatments: { 'Record.title': 'masked' } } } as const;
    expect(shown(rulesetOf([agreementOf([shareClause(), withhold, treated])]), record(), threat)).toBe('masked');
    expect(shown(rulesetOf([agreementOf([shareClause(), treated])]), record(), threat)).toBe('full');
  });

  it('is known by its clause', () => {
    const grant = grantFor(ruleset, threat);
    expect([grant.isOverride('test#9'), grant.isOverride('test#1')]).toEqual([true, false]);
  });
});

describe('a silent disclosure', () => {
  const ruleset = rulesetOf([agreementOf([shareClause({ disclosure: 'SILENT', coordinates: ['Person.phones'] })])]);

  it('shows the searcher nothing, of the record or of what it is found by', () => {
    const grant = grantFor(ruleset);
    const cell = grant.cell('ICE', 'Person.phones');
    const { FULL, CONTACT, EXISTS } = grant.levels('ICE', 'Record');
    expect([cell.rows, foundAnyhow(cell), FULL, CONTACT, EXISTS].map((rows) => evaluate(rows, record()))).toEqual(
      Array(5).fill(false),
    );
    expect(grant.reason('ICE', 'Person.phones')).toEqual({ reason: 'NOT_COVERED', clauses: [] });
    expect(grant.tellingClauses('ICE', 'Record')).toEqual([]);
  });

  it('knows the rows of which the originator is told', () => {
    expect(evaluate(grantFor(ruleset).levels('ICE', 'Record').SILENT, record())).toBe(true);
    expect(evaluate(grantFor(ruleset).levels('ICE', 'Record').SILENT, OF_FBI)).toBe(false);
  });
});

describe('obligations', () => {
  it('go with the clause', () => {
    const obligations = { retentionDays: 30, notifyOriginator: true, attribution: 'Source: ICE' };
    const grant = grantFor(rulesetOf([agreementOf([shareClause({ obligations }), shareClause({}, '2')])]));
    expect(grant.obligations(['test#1', 'test#2'])).toEqual([{ clause: 'test#1', obligations }]);
  });

  it('close a clause whose searches are used up, and tell so', () => {
    const ruleset = rulesetOf([agreementOf([shareClause({ obligations: { quotas: [{ perDay: 5 }] } })])]);
    const recipient = { agency: 'DEA', role: 'analyst' };
    const purpose = { area: 'drug-trafficking', use: 'investigation' };
    const spent = ruleset.grant(recipient, purpose, new Set(['test#1']));
    expect(spent.reason('ICE', 'Record.title')).toEqual({ reason: 'QUOTA_SPENT', clauses: ['test#1'] });
    expect(ruleset.grant(recipient, purpose).reason('ICE', 'Record.title')).toBeUndefined();
  });

  it('keep a clause that counts kinds of search closed to a purpose that names none of them', () => {
    const ruleset = rulesetOf([
      agreementOf([shareClause({ obligations: { quotas: [{ search: 'tp-tp', perDay: 5 }] } })]),
    ]);
    expect(shown(ruleset)).toBeUndefined();
    expect(shown(ruleset, record(), { purpose: { search: 'lt-tp' } })).toBeUndefined();
    expect(shown(ruleset, record(), { purpose: { search: 'tp-tp' } })).toBe('full');
  });
});

describe('a clause that asks for consent', () => {
  const own: Consent = { ...CONSENT, party: 'ICE' };
  const clause = agreementOf([shareClause({ consent: true })]);

  it('opens what a notice of the originator names, for the uses that it names', () => {
    const analysis = { purpose: { use: 'analysis' } };
    expect(shown(rulesetOf([clause]))).toBeUndefined();
    expect(shown(rulesetOf([clause], [own]))).toBe('full');
    expect(shown(rulesetOf([clause], [{ ...own, uses: ['analysis'] }]))).toBeUndefined();
    expect(shown(rulesetOf([clause], [{ ...own, uses: ['analysis'] }]), record(), analysis)).toBe('full');
    expect(shown(rulesetOf([clause], [own]), record({ reference: 'record-2' }))).toBeUndefined();
    expect(shown(rulesetOf([clause], [CONSENT]))).toBeUndefined();
  });

  it('is opened by a consent under its own agreement only, as what it may show in court is', () => {
    const elsewhere: Consent = { ...own, agreement: 'other', digest: 'other' };
    const other = agreementOf([{ id: '1', text: 'In words.' }], { id: 'other' });
    expect(shown(rulesetOf([clause, other], [elsewhere]))).toBeUndefined();
    const evidence = { purpose: { use: 'evidence' } };
    const court = agreementOf([shareClause({ obligations: { evidence: 'with-consent' } })]);
    const consented = (consent: Consent) =>
      shown(rulesetOf([court, other], [{ ...consent, uses: ['evidence'] }]), record(), evidence);
    expect([consented(elsewhere), consented(own)]).toEqual([undefined, 'full']);
  });
});

describe('a contact', () => {
  const names = { coordinates: ['LiaisonContact.name'] };
  const contact = { type: 'LiaisonContact', labels: {} };
  const purpose = { stage: 'match', matches: ['x'], request: 'RFI-7' } as const;
  const sees = (rest: object) =>
    shown(rulesetOf([agreementOf([shareClause({ ...names, ...rest })])]), contact, {
      coordinate: 'LiaisonContact.name',
      purpose,
    });

  it('is shown by a clause that waits for nothing, and by none that waits for what no notice and no match can name', () => {
    expect(sees({})).toBe('full');
    expect(sees({ consent: true })).toBeUndefined();
    expect(sees({ for: { released: true } })).toBeUndefined();
    expect(sees({ for: { stage: 'match' } })).toBeUndefined();
    expect(sees({ disclosure: 'CONTACT', coordinates: ['Record.title'] })).toBe('full');
    expect(sees({ disclosure: 'CONTACT', coordinates: ['Record.title'], consent: true })).toBeUndefined();
  });
});
