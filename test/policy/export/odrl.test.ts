import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Agreement, Share, Where, Withhold } from '../../../policy/agreement.ts';
import { toOdrl } from '../../../policy/export/odrl/odrl.ts';
import { purposes } from '../../../schema/purposes.ts';
import { toyAgreement } from '../../support/toy-policy.ts';
import { agencyEntry } from '../../support/toy-federation.ts';
import { sampleAgreements } from './samples.ts';
import { violations } from './odrl-model.ts';

const agencies = ['ICE', 'DEA'].map((code) => agencyEntry(code));
const between = { from: ['ICE'], to: ['DEA'] };

/** The document of an agreement with one clause. */
function documentOf(clause: { share?: Partial<Share>; withhold?: Partial<Withhold> }, rest: Partial<Agreement> = {}) {
  const share = clause.share && { ...between, coordinates: ['Record.title'], ...clause.share };
  const withhold = clause.withhold && { ...between, ...clause.withhold };
  const of = { id: 'I', ...(share && { share }), ...(withhold && { withhold }) };
  return toOdrl(toyAgreement(agencies, [of], rest), purposes);
}

/** How the rows of a condition are refined. */
function rowsOf(where: Where): unknown {
  const { document } = documentOf({ share: { where } });
  const [rule] = document['permission'] as readonly { target: { refinement: readonly unknown[] } }[];
  return rule!.target.refinement.slice(1);
}

describe('an agreement in ODRL', () => {
  it.each(sampleAgreements().map((agreement) => [agreement.id, agreement] as const))(
    'keeps to the information model: %s',
    (_, agreement) => expect(violations(toOdrl(agreement, purposes).document)).toEqual([]),
  );

  it('is as it was', () => {
    const input = parse(readFileSync(new URL('cases/ice-dea.yaml', import.meta.url), 'utf8')) as Agreement;
    const golden: unknown = JSON.parse(readFileSync(new URL('cases/ice-dea.jsonld', import.meta.url), 'utf8'));
    expect(toOdrl(input, purposes).document).toEqual(golden);
  });

  it('ends what is shared with the agreement, and not what is withheld', () => {
    const until = { until: '2026-12-31' };
    const shared = documentOf({ share: {} }, until).document['permission'] as readonly { constraint: unknown[] }[];
    const kept = documentOf({ withhold: {} }, until).document['prohibition'] as readonly { constraint: unknown[] }[];
    const last = { '@value': '2027-01-01T00:00:00Z', '@type': 'xsd:dateTime' };
    expect(shared[0]!.constraint).toContainEqual({ leftOperand: 'dateTime', operator: 'lt', rightOperand: last });
    expect(kept[0]!.constraint).toHaveLength(1);
  });

  it('says what is not so by the opposite operator', () => {
    expect(rowsOf({ not: { program: 'OCDETF', crimeAreas: { allOf: ['terrorism'] } } })).toEqual([
      {
        or: {
          '@list': [
            { leftOperand: 'concordat:program', operator: 'neq', rightOperand: 'OCDETF' },
            { leftOperand: 'concordat:crimeAreas', operator: 'concordat:isNotAllOf', rightOperand: ['terrorism'] },
          ],
        },
      },
    ]);
    expect(rowsOf({ not: { not: { kind: { noneOf: ['X'] } } } })).toEqual([
      { leftOperand: 'concordat:kind', operator: 'isNoneOf', rightOperand: ['X'] },
    ]);
  });

  it('gives the recipient duties, and forbids what may not be passed on', () => {
    const obligations = { notifyOriginator: true, retentionDays: 30, attribution: 'ICE', onward: 'forbidden' } as const;
    const { document } = documentOf({ share: { obligations } });
    expect(violations(document)).toEqual([]);
    expect(document).toMatchObject({
      permission: [
        {
          duty: [
            { action: 'inform', informedParty: [{ uid: 'urn:concordat:party:ICE' }] },
            { action: 'delete', constraint: [{ rightOperand: { '@value': 'P30D' } }] },
            { action: [{ 'rdf:value': { '@id': 'odrl:attribute' } }] },
          ],
        },
      ],
      prohibition: [{ action: 'distribute' }],
    });
  });

  it('links purposes to the Data Privacy Vocabulary where it has them', () => {
    const { document } = documentOf({ share: { for: { areas: ['money-laundering', 'tax-crime'] } } });
    expect(document['concordat:purpose']).toEqual([
      expect.objectContaining({
        '@id': 'area:money-laundering',
        'skos:closeMatch': { '@id': 'dpv:CounterMoneyLaundering' },
      }),
      expect.objectContaining({ '@id': 'area:tax-crime', 'skos:broader': { '@id': 'area:financial-crime' } }),
    ]);
  });

  it('tells what it does not carry', () => {
    const { document, notCarried } = documentOf({ share: { disclosure: 'SILENT' } });
    expect(notCarried).toMatchObject([{ clause: 'test#I' }]);
    expect(document['concordat:notCarried']).toEqual([expect.stringMatching(/^test#I: a silent clause/)]);
    expect(document['permission']).toBeUndefined();
  });
});
