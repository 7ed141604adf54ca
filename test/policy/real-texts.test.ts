import type { Obligations, Quota } from '../../policy/agreement.ts';
import { coverageOf } from '../../policy/expectations/coverage.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import { ask } from './real-texts/ask.ts';
import { lookAt, type Line, type Situation } from './real-texts/matrix.ts';
import { declared } from './real-texts/notices.ts';
import * as pcsc from './real-texts/pcsc.ts';
import * as prum from './real-texts/prum.ts';

const AS_THE_TABLE_SAYS = { wrong: [], idle: [] };

/** What is carried with what clauses show, by clause. */
function owed(ruleset: Ruleset): Readonly<Record<string, Obligations>> {
  const shares = ruleset.rules.filter(({ effect }) => effect === 'share').map(({ id }) => id);
  const carried = ruleset.grant({ agency: 'AT-BK', role: 'liaison-officer' }, undefined).obligations(shares);
  return Object.fromEntries(carried.map(({ clause, obligations }) => [clause.replace(/^.*#/, ''), obligations]));
}

/** Lines whose clauses are still open. */
function without(table: readonly Line[], ...closed: readonly string[]): readonly Line[] {
  return table.filter(({ clause }) => !closed.some((start) => clause.startsWith(start)));
}

describe.each([
  ['the agreement of Austria and the United States', pcsc],
  ['Prüm II', prum],
])('%s', (_, { folder, situations, objects, table, rulesetIn }) => {
  it('has no mistake', () => {
    expect(folder.mistakes).toEqual([]);
  });

  it("holds its authors' own tests, which would miss every clause", () => {
    const results = folder.authorsTests();
    expect(results.flatMap(({ mistakes }) => mistakes)).toEqual([]);
    expect(results.flatMap(({ tests }) => tests.flatMap(({ failures }) => failures))).toEqual([]);
    const decided = new Set(results.flatMap((result) => [...result.decided]));
    expect(coverageOf(folder.agreements, decided).never).toEqual([]);
  });

  it('shows at every stage, to every viewer and for every use what the table says, and nothing else', () => {
    expect(lookAt(situations, objects, table, { rulesetIn, asked: ask })).toEqual(AS_THE_TABLE_SAYS);
  });
});

describe('the agreement of Austria and the United States', () => {
  const { AGREEMENT, ARRANGEMENT, folder, objects, release, table } = pcsc;
  const words = { viewer: 'contact point', use: 'investigation', stage: 'follow-up', notices: 'released' };
  const searching = { ...words, asks: 'US-CJIS asks AT-BK', area: 'terrorism', search: 'tp-tp' };
  const bothWays: readonly Situation[] = [
    searching,
    { ...searching, search: 'lt-ul', area: 'human-smuggling' },
    { ...searching, asks: 'AT-BK asks US-CJIS' },
    { ...searching, asks: 'AT-BK asks US-CJIS', search: 'lp-ulp', area: 'human-smuggling' },
  ];
  const lookUnder = (ruleset: Ruleset, lines: readonly Line[]) =>
    lookAt(bothWays, objects, lines, { rulesetIn: () => ruleset, asked: ask }).wrong;
  const suspended = (agreement: string, party: string, ...clauses: readonly string[]) =>
    folder.rulesetUnder([
      ...release,
      declared('suspend', { agreement, party, ...(clauses.length > 0 ? { clauses } : {}) }),
    ]);

  it('carries a quota and a most of candidates for each kind of search, and lets nobody pass on', () => {
    const { '9.1.a': known, '9.1.b': unsolved, ...others } = owed(folder.rulesetUnder([]));
    const quotas: readonly Quota[] = [...(known?.quotas ?? []), ...(unsolved?.quotas ?? [])];
    expect(quotas.map(({ search, perDay, maxCandidates }) => [search, perDay, maxCandidates])).toEqual([
      ['tp-tp', 100, 1],
      ['lt-tp', 20, 10],
      ['lp-pp', 20, 5],
      ['tp-ul', 100, 5],
      ['pp-ulp', 100, 5],
      ['lt-ul', 5, 5],
      ['lp-ulp', 5, 5],
    ]);
    expect([known?.onward, unsolved?.onward]).toEqual(['forbidden', 'forbidden']);
    expect(others).toEqual({
      '5': { onward: 'with-consent' },
      '10.1.a': { onward: 'with-consent' },
      '10.1.c': { onward: 'with-consent' },
      '13.1.d': { evidence: 'with-consent', onward: 'with-consent' },
      '13.1.d-unasked': { evidence: 'with-consent', onward: 'with-consent' },
    });
  });

  it('answers no search of a kind whose quota is used up, and the others as before', () => {
    const spent = new Set([`${ARRANGEMENT}#9.1.a`]);
    const { recipient, purpose } = ask({ ...searching, stage: 'hit', area: 'cultural-property' });
    const grant = folder.rulesetUnder([]).grant(recipient, purpose, spent);
    expect(grant.reason('AT-BK', 'Person.fingerprintReference')).toEqual({
      reason: 'QUOTA_SPENT',
      clauses: [...spent],
    });
    const latent = folder.rulesetUnder([]).grant(recipient, { ...purpose, search: 'lt-ul' }, spent);
    expect(latent.cell('AT-BK', 'Person.fingerprintReference').shares).toEqual([`${ARRANGEMENT}#9.1.b`]);
  });

  it.each(['AT-BK', 'US-CJIS'])(
    'shows nothing either way once %s has suspended it, the arrangement neither',
    (party) => {
      expect(lookUnder(suspended(AGREEMENT, party), [])).toEqual([]);
    },
  );

  it.each(['AT-BK', 'US-CJIS'])('answers searches no more once %s has suspended the arrangement', (party) => {
    expect(lookUnder(suspended(ARRANGEMENT, party), without(table, ARRANGEMENT))).toEqual([]);
  });

  it('supplies nothing unasked while either has suspended that clause', () => {
    const ruleset = suspended(AGREEMENT, 'US-CJIS', '10.1.a');
    expect(lookUnder(ruleset, without(table, `${AGREEMENT}#10.1.a`))).toEqual([]);
  });

  it('shows nothing once a party has left it', () => {
    const left = declared('terminate', { agreement: AGREEMENT, party: 'US-CJIS' });
    expect(lookUnder(folder.rulesetUnder([...release, left]), [])).toEqual([]);
  });

  it('shows nothing before its first day, and answers no search before the first day of the arrangement', () => {
    expect(lookUnder(folder.rulesetUnder(release, '2012-05-03'), [])).toEqual([]);
    expect(lookUnder(folder.rulesetUnder(release, '2013-06-30'), without(table, ARRANGEMENT))).toEqual([]);
    expect(lookUnder(folder.rulesetUnder(release, '2013-07-01'), table)).toEqual([]);
  });

  it('lets a supplier consent to what its own mark keeps back', () => {
    const consent = { agreement: AGREEMENT, party: 'AT-BK', to: ['US-CJIS'], references: ['R7'] };
    const ruleset = folder.rulesetUnder([...release, declared('consent', consent)]);
    const lines: readonly Line[] = [
      ...table,
      {
        clause: `${ARRANGEMENT}#9.1.a`,
        when: {},
        shows: { guarded: ['Record.subjects'], guardedSuspect: ['Person.fingerprintReference'] },
      },
    ];
    const asked = { ...searching, stage: 'hit' };
    expect(lookAt([asked], objects, lines, { rulesetIn: () => ruleset, asked: ask }).wrong).toEqual([]);
  });
});

describe('Prüm II', () => {
  const { REGULATION, folder, objects, release, table } = prum;
  const words = { viewer: 'trained contact point', use: 'investigation', stage: 'follow-up', notices: 'released' };
  const asked = { ...words, months: '60', matched: 'R1', request: 'RFI-1', search: 'name' };
  const between = (...pairs: readonly string[]) => pairs.map((asks): Situation => ({ ...asked, asks }));
  const lookUnder = (ruleset: Ruleset, situations: readonly Situation[], lines: readonly Line[]) =>
    lookAt(situations, objects, lines, { rulesetIn: () => ruleset, asked: ask }).wrong;
  const suspended = (party: string, ...clauses: readonly string[]) =>
    folder.rulesetUnder([
      ...release,
      declared('suspend', { agreement: REGULATION, party, ...(clauses.length > 0 ? { clauses } : {}) }),
    ]);

  it('carries what is owed: searches deleted soon, core data told to its originator, nothing passed on without consent', () => {
    const onward = 'with-consent';
    expect(owed(folder.rulesetUnder([]))).toEqual({
      '11.1': { retentionDays: 1, onward },
      '26': { retentionDays: 1, onward },
      '44.5': { onward },
      '47.4': { notifyOriginator: true, onward },
      '47.5': { notifyOriginator: true, onward },
      '50.1': { notifyOriginator: true, evidence: 'with-consent', onward },
      '50.1-records': { evidence: 'with-consent', onward },
    });
  });

  it('goes on among the others when one authority has suspended it', () => {
    const ruleset = suspended('DE-BKA');
    expect(lookUnder(ruleset, between('AT-BK asks DE-BKA', 'DE-BKA asks AT-BK'), [])).toEqual([]);
    expect(lookUnder(ruleset, between('FR-DNPJ asks AT-BK'), table)).toEqual([]);
  });

  it('opens no core data and no police records while an authority suspends those clauses', () => {
    const clauses = ['26', '44.5', '47.4', '47.5', '50.1', '50.1-records'];
    const lines = without(table, ...clauses.map((clause) => `${REGULATION}#${clause}`));
    const situations = [...between('AT-BK asks DE-BKA'), { ...asked, asks: 'AT-BK asks DE-BKA', search: 'tp-tp' }];
    expect(lookUnder(suspended('DE-BKA', ...clauses), situations, lines)).toEqual([]);
  });

  it('tells of no record by name to whoever keeps its own index closed', () => {
    const telling = (situation: Situation) => {
      const { originator, recipient, purpose } = ask({ ...situation, stage: 'hit' });
      return folder.rulesetUnder([]).grant(recipient, purpose).tellingClauses(originator, 'Record');
    };
    expect(between('AT-BK asks DE-BKA', 'NL-POLITIE asks DE-BKA', 'DE-BKA asks NL-POLITIE').map(telling)).toEqual([
      [`${REGULATION}#26`],
      [],
      [],
    ]);
  });
});
