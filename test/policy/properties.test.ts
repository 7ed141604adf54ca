import fc from 'fast-check';
import type { Agreement, Clause } from '../../policy/agreement.ts';
import { NEVER } from '../../policy/condition/condition.ts';
import type { Row } from '../../policy/condition/evaluate.ts';
import type { Recipient } from '../../policy/recipient.ts';
import type { GrantPurpose } from '../../policy/obstacle.ts';
import { mask } from '../../policy/treatment.ts';
import { agencyEntry } from '../support/toy-federation.ts';
import { toyRuleset } from '../support/toy-policy.ts';
import { CODES, COORDINATES, agreementOf, agreements, rows, share, withhold, type Effect } from './arbitraries.ts';
import { coordinatesOn, opened, openness, opennessOn as grantOpenness } from './openness.ts';

const agencies = CODES.map((code) => agencyEntry(code));

/** A viewer for whom much is vouched, and a purpose with much evidence. */
const RECIPIENT = { agency: 'DEA', role: 'analyst', trainings: ['privacy'], clearance: 'secret', contactPoint: true };
const PURPOSE: GrantPurpose = {
  area: 'drug-trafficking',
  use: 'investigation',
  stage: 'core-data',
  matches: ['a'],
  offence: { code: '1', maxPenaltyMonths: 24 },
};
const grantOf = (all: readonly Agreement[], recipient: Recipient = RECIPIENT, purpose = PURPOSE) =>
  toyRuleset(agencies, ...all).grant(recipient, purpose);
const ORIGINATORS = ['ICE', 'FBI'];

/** How open every coordinate of the others is on a row. */
const opennessOn = (row: Row, all: readonly Agreement[], grant = grantOf(all)) =>
  grantOpenness(row, grant, ORIGINATORS);

/** The row, or one around it, without a label. */
function without(row: Row, name: string, depth: number): Row {
  if (depth > 0 && row.enclosing) return { ...row, enclosing: without(row.enclosing, name, depth - 1) };
  return { ...row, labels: Object.fromEntries(Object.entries(row.labels).filter(([label]) => label !== name)) };
}

/** A sharing clause for the first of its areas only, or for one where it had any. */
function forOneArea(clause: Clause): Clause {
  if (!clause.share) return clause;
  const [area = 'cybercrime'] = clause.share.for?.areas ?? [];
  return { ...clause, share: { ...clause.share, for: { ...clause.share.for, areas: [area] } } };
}

function withoutKey(of: object, key: string): Partial<Recipient> {
  return Object.fromEntries(Object.entries(of).filter(([name]) => name !== key));
}

const RUNS = { numRuns: 150 };
const effects = fc.array(fc.oneof(share, share, withhold), { minLength: 1, maxLength: 5 });

describe('whatever agreements say', () => {
  it('without any, every coordinate of others is closed', () => {
    const grant = grantOf([]);
    for (const originator of ORIGINATORS) {
      for (const coordinate of COORDINATES) {
        const { rows: shown, told } = grant.cell(originator, coordinate);
        expect([coordinate, shown, told]).toEqual([coordinate, NEVER, { CONTACT: NEVER, EXISTS: NEVER }]);
      }
    }
  });

  it('an open coordinate names a clause that shares it, of an agreement that its originator signed', () => {
    fc.assert(
      fc.property(agreements, rows, (all, row) => {
        const grant = grantOf(all);
        for (const originator of ORIGINATORS) {
          for (const coordinate of coordinatesOn(row)) {
            const cell = grant.cell(originator, coordinate);
            if (openness(cell, row) === 0) continue;
            expect(cell.shares.length).toBeGreaterThan(0);
            for (const id of cell.shares) {
              const agreement = all.find((candidate) => id.startsWith(`${candidate.id}#`));
              expect(agreement?.parties).toContain(originator);
            }
          }
        }
      }),
      RUNS,
    );
  });

  it('a clause that withholds opens nothing, wherever it stands', () => {
    fc.assert(
      fc.property(agreements, withhold, rows, (all, more, row) => {
        const before = opennessOn(row, all);
        expect(opened(before, opennessOn(row, [...all, agreementOf('more', [more])]))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a clause that shares closes nothing', () => {
    fc.assert(
      fc.property(agreements, share, rows, (all, more, row) => {
        const now = opennessOn(row, [...all, agreementOf('more', [more])]);
        expect(opened(now, opennessOn(row, all))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('an agreement that withholds nothing leaves nothing open behind it when it goes', () => {
    fc.assert(
      fc.property(agreements, fc.array(share, { minLength: 1, maxLength: 3 }), rows, (all, going, row) => {
        const before = opennessOn(row, [...all, agreementOf('going', going)]);
        expect(opened(before, opennessOn(row, all))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('their order does not matter, nor that of their clauses, nor in how many they are written', () => {
    fc.assert(
      fc.property(effects, fc.func(fc.integer()), rows, (all, weight, row) => {
        const shuffled = [...all].sort((a, b) => weight(a) - weight(b));
        const together = opennessOn(row, [agreementOf('one', all)]);
        expect(opennessOn(row, [agreementOf('one', shuffled)])).toEqual(together);
        const apart = shuffled.map((effect: Effect, index) => agreementOf(`z${index}`, [effect]));
        expect(opennessOn(row, apart)).toEqual(together);
        expect(opennessOn(row, [...apart].reverse())).toEqual(together);
      }),
      RUNS,
    );
  });

  it('a purpose with less evidence, and a viewer for whom less is vouched, see no more', () => {
    const { stage: _stage, matches: _matches, ...atHit } = PURPOSE;
    const { offence: _offence, ...withoutOffence } = PURPOSE;
    const { agency, role, ...vouched } = RECIPIENT;
    const less: readonly { readonly recipient?: Recipient; readonly purpose?: GrantPurpose }[] = [
      { purpose: atHit },
      { purpose: { ...PURPOSE, stage: 'match' } as const },
      { purpose: { ...PURPOSE, matches: [] } },
      { purpose: withoutOffence },
      ...Object.keys(vouched).map((key) => ({ recipient: { agency, role, ...withoutKey(vouched, key) } })),
    ];
    fc.assert(
      fc.property(agreements, rows, fc.constantFrom(...less), (all, row, asked) => {
        const grant = grantOf(all, asked.recipient, asked.purpose);
        expect(opened(opennessOn(row, all), opennessOn(row, all, grant))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a clause for fewer purposes shares no more', () => {
    fc.assert(
      fc.property(agreements, rows, (all, row) => {
        const narrowed = all.map((agreement) => ({ ...agreement, clauses: agreement.clauses.map(forOneArea) }));
        expect(opened(opennessOn(row, all), opennessOn(row, narrowed))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a label that is not known opens nothing', () => {
    fc.assert(
      fc.property(agreements, rows, fc.nat(), fc.nat(1), (all, row, pick, depth) => {
        const at = depth > 0 && row.enclosing ? row.enclosing : row;
        const names = Object.keys(at.labels);
        fc.pre(names.length > 0);
        const less = without(row, names[pick % names.length]!, at === row ? 0 : 1);
        expect(opened(opennessOn(row, all), opennessOn(less, all))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('these generated ones do open and close: the tests above see both', () => {
    const seen = new Set<number>();
    for (const [all, row] of fc.sample(fc.tuple(agreements, rows), { numRuns: 1000, seed: 1 })) {
      for (const open of Object.values(opennessOn(row, all))) seen.add(open);
    }
    expect([...seen].sort()).toEqual([0, 1, 2, 3]);
  });
});

describe('masking', () => {
  it('again changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(mask(mask(text))).toBe(mask(text))));
  });

  it('shows four characters at most, and none of a short text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '7', '😀'), maxLength: 12 }), (text) => {
        const shown = [...mask(text)].slice(4);
        expect(shown).toEqual([...text].length > 4 ? [...text].slice(-4) : []);
      }),
    );
  });
});
