import type { Accession, Agreement } from '../../../policy/agreement.ts';
import { agreementOf, grantFor, person, record, rulesetOf, shareClause, shown } from './world.ts';

const CHARTER = agreementOf([{ id: '1', text: 'The group is founded.' }], {
  id: 'charter',
  parties: ['ICE', 'FBI'],
  groups: { OFC: { name: 'Fusion Center', coordinator: 'FBI', members: ['ICE', 'FBI'] } },
});

function joining(accession: Partial<Accession> = {}, rest: Partial<Agreement> = {}): Agreement {
  const accessions = [{ party: 'DEA', to: 'OFC', ...accession }];
  return agreementOf([{ id: '1', text: 'DEA joins.' }], {
    id: 'joining',
    parties: ['DEA', 'OFC'],
    accessions,
    ...rest,
  });
}

const TO_GROUP = agreementOf([shareClause({ to: ['OFC'] })], { id: 'sharing', parties: ['ICE', 'OFC'] });

describe('a party that joins a group', () => {
  it('receives what is recorded from the day of its accession on', () => {
    const ruleset = rulesetOf([CHARTER, TO_GROUP, joining({ from: '2015-01-01' })]);
    expect(shown(ruleset, record({ recordedOn: '2015-01-01' }))).toBe('full');
    expect(shown(ruleset, record({ recordedOn: '2014-12-31' }))).toBeUndefined();
    expect(shown(ruleset, record({ recordedOn: undefined }))).toBeUndefined();
  });

  it('receives of persons what the record or the case around them lets it', () => {
    const clause = shareClause({ to: ['OFC'], coordinates: ['Person.surname'] });
    const sharing = agreementOf([clause], { id: 'sharing', parties: ['ICE', 'OFC'] });
    const ruleset = rulesetOf([CHARTER, sharing, joining({ from: '2015-01-01' })]);
    const surname = (row: ReturnType<typeof person>) => shown(ruleset, row, { coordinate: 'Person.surname' });
    expect(surname(person({}, record({ recordedOn: '2016-01-01' })))).toBe('full');
    expect(surname(person({}, record({ recordedOn: '2009-01-01' })))).toBeUndefined();
    expect(surname(person({}, { type: 'Case', labels: { openedOn: '2016-01-01' } }))).toBe('full');
    expect(surname(person({}, { type: 'Case', labels: { openedOn: '2009-01-01' } }))).toBeUndefined();
  });

  it('receives what was recorded before, when its accession is back-dated', () => {
    const ruleset = rulesetOf([CHARTER, TO_GROUP, joining({ from: '2015-01-01', backDated: true })]);
    expect(shown(ruleset, record({ recordedOn: '2009-01-01' }))).toBe('full');
  });

  it('receives nothing before the day', () => {
    const documents = [CHARTER, TO_GROUP, joining({ from: '2027-01-01', backDated: true })];
    expect(shown(rulesetOf(documents))).toBeUndefined();
    expect(shown(rulesetOf(documents, [], new Date('2027-01-01T00:00:00Z')))).toBe('full');
    expect(rulesetOf(documents).until).toBe(Date.parse('2027-01-01T00:00:00Z'));
  });

  it.each(['limited', 'observer'] as const)(
    'as %s, receives under clauses that name such participants',
    (participation) => {
      const joined = joining({ backDated: true, participation });
      const naming = agreementOf([shareClause({ to: ['OFC'], participants: ['active', participation] })], {
        id: 'sharing',
        parties: ['ICE', 'OFC'],
      });
      expect(shown(rulesetOf([CHARTER, TO_GROUP, joined]))).toBeUndefined();
      expect(shown(rulesetOf([CHARTER, naming, joined]))).toBe('full');
    },
  );

  it('may change how it takes part: the accession that took effect last counts', () => {
    const first = joining({ backDated: true, from: '2010-01-01' });
    const later = joining({ backDated: true, from: '2012-01-01', participation: 'observer' }, { id: 'later' });
    expect(shown(rulesetOf([CHARTER, TO_GROUP, later, first]))).toBeUndefined();
    expect(shown(rulesetOf([CHARTER, TO_GROUP, later, first], [], new Date('2011-01-01T00:00:00Z')))).toBe('full');
  });

  it('shares as a member under what it signs, unless as an observer or with a reservation', () => {
    const own = agreementOf([shareClause({ from: ['OFC'], to: ['FBI'] })], {
      id: 'own',
      parties: ['DEA', 'FBI', 'ICE'],
    });
    const asked = { of: 'DEA', viewer: { agency: 'FBI' } };
    const by = (accession: Partial<Accession>) =>
      shown(rulesetOf([CHARTER, own, joining({ backDated: true, ...accession })]), record(), asked);
    expect(by({})).toBe('full');
    expect(by({ participation: 'limited' })).toBe('full');
    expect(by({ participation: 'observer' })).toBeUndefined();
    expect(by({ reserves: ['own#1'] })).toBeUndefined();
    expect(by({ reserves: ['own#2'] })).toBe('full');
  });
});

describe('reciprocity', () => {
  const everybody = { from: ['OFC'], to: ['OFC'], reciprocal: true };
  const clause = agreementOf([shareClause(everybody)], { id: 'mutual', parties: ['ICE', 'FBI', 'DEA'] });

  it('gives to those who give', () => {
    expect(shown(rulesetOf([CHARTER, clause, joining({ backDated: true })]))).toBe('full');
  });

  it('gives nothing to those who do not: by a reservation, or because they sign nothing', () => {
    const reserved = joining({ backDated: true, reserves: ['mutual#1'] });
    expect(shown(rulesetOf([CHARTER, clause, reserved]))).toBeUndefined();
    const unsigned = { ...clause, parties: ['ICE', 'FBI'] };
    expect(shown(rulesetOf([CHARTER, unsigned, joining({ backDated: true })]))).toBeUndefined();
  });
});

describe('dates relative to accession', () => {
  const where = { recordedOn: { from: 'accession' } };

  it('are the day on which the recipient joined', () => {
    const sharing = agreementOf([shareClause({ to: ['OFC'], where })], { id: 'sharing', parties: ['ICE', 'OFC'] });
    const ruleset = rulesetOf([CHARTER, sharing, joining({ from: '2012-06-01', backDated: true })]);
    expect(shown(ruleset, record({ recordedOn: '2012-06-01' }))).toBe('full');
    expect(shown(ruleset, record({ recordedOn: '2012-05-31' }))).toBeUndefined();
  });

  it("are the agreement's first day for a party by name", () => {
    const ruleset = rulesetOf([agreementOf([shareClause({ where })])]);
    expect(shown(ruleset, record({ recordedOn: '2009-01-01' }))).toBe('full');
    expect(shown(ruleset, record({ recordedOn: '2008-12-31' }))).toBeUndefined();
  });
});

describe('own nationals', () => {
  it('are those of the country of the originator, or of the recipient', () => {
    const of = (whose: string) =>
      rulesetOf([
        agreementOf([shareClause({ coordinates: ['Person.surname'], where: { not: { 'person.nationalOf': whose } } })]),
      ]);
    const surname = (whose: string, nationalities: unknown) =>
      shown(of(whose), person({ nationalities }), { coordinate: 'Person.surname' });
    expect(surname('originator', ['US'])).toBeUndefined();
    expect(surname('recipient', ['MX', 'US'])).toBeUndefined();
    expect(surname('originator', ['MX'])).toBe('full');
    expect(surname('originator', undefined)).toBeUndefined();
  });
});

describe('a duty of de-confliction', () => {
  it('stands between the members of groups, and ends for who withdraws', () => {
    const deconflict = {
      from: ['OFC'],
      to: ['OFC'],
      selectors: ['PHONE'],
      events: { radiusMetres: 500, hours: 12 },
      tells: 'both',
      disclosure: 'CONTACT',
    } as const;
    const duty = agreementOf([{ id: '7', text: 'In words.', deconflict }], { id: 'duty', parties: ['ICE', 'OFC'] });
    const [compiled] = rulesetOf([CHARTER, duty, joining()]).duties;
    expect(compiled).toMatchObject({ id: 'duty#7', selectors: ['PHONE'], events: { radiusMetres: 500, hours: 12 } });
    expect([...compiled!.from].sort()).toEqual(['DEA', 'FBI', 'ICE']);
  });
});

describe('the ruleset', () => {
  it('is another when an agreement no longer stands as it stood', () => {
    const at = (day: string) =>
      rulesetOf([{ ...CHARTER, until: '2020-12-31' }], [], new Date(`${day}T00:00:00Z`)).digest;
    expect(at('2020-12-31')).not.toBe(at('2021-01-01'));
    expect(at('2020-12-30')).toBe(at('2020-12-31'));
  });

  it('tells of a clause whose agreement is not in force', () => {
    const ruleset = rulesetOf([agreementOf([shareClause()], { until: '2020-01-01' })]);
    expect(grantFor(ruleset).reason('ICE', 'Record.title')).toEqual({ reason: 'NOT_IN_FORCE', clauses: ['test#1'] });
  });
});
