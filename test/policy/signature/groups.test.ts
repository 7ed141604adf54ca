import { digestOf } from '../../../policy/signature/canonical.ts';
import { foundedGroups, signatoriesOf } from '../../../policy/signature/signatories.ts';
import { verifyDocuments } from '../../../policy/signature/verify-documents.ts';
import { KEYS, agreementOf, signedByAll } from './parties.ts';

const charter = agreementOf({
  id: 'ofc',
  parties: ['DEA', 'USAO'],
  groups: { OFC: { name: 'Fusion Center', coordinator: 'USAO', members: ['DEA', 'USAO'] } },
  clauses: [{ id: 'I', text: 'words' }],
});
const joins = agreementOf({
  id: 'ofc-ice',
  parties: ['ICE', 'OFC'],
  accessions: [{ party: 'ICE', to: 'OFC' }],
  clauses: [{ id: 'I', text: 'words', share: { from: ['ICE'], to: ['OFC'], categories: ['FINANCIAL'] } }],
});
const signatures = { ofc: signedByAll(charter), 'ofc-ice': signedByAll(joins, [charter]) };

function statuses(agreements: readonly (typeof charter)[], given: Parameters<typeof verifyDocuments>[1]) {
  const verifications = verifyDocuments(agreements, given, KEYS);
  return Object.fromEntries([...verifications].map(([{ id }, { parties }]) => [id, Object.fromEntries(parties)]));
}

describe('a group', () => {
  it('is signed for by its coordinator, whatever the order of the documents', () => {
    for (const agreements of [
      [charter, joins],
      [joins, charter],
    ]) {
      expect(statuses(agreements, signatures)['ofc-ice']).toEqual({
        ICE: { status: 'signed', kid: 'ICE-1' },
        OFC: { status: 'signed', kid: 'USAO-1' },
      });
    }
  });

  it('may be signed for in its own charter', () => {
    const own = { ...charter, parties: ['DEA', 'USAO', 'OFC'] };
    expect([...signatoriesOf(own, new Map()).agencies]).toEqual([
      ['DEA', 'DEA'],
      ['USAO', 'USAO'],
      ['OFC', 'USAO'],
    ]);
    expect(verifyDocuments([own], { ofc: signedByAll(own) }, KEYS).get(own)?.complete).toBe(true);
  });

  it('does not count while a party has not signed its charter', () => {
    const { DEA: _left, ...rest } = signatures.ofc;
    const why = 'the charter of a group is not signed';
    expect(statuses([charter, joins], { ...signatures, ofc: rest })['ofc-ice']).toEqual({
      ICE: { status: 'wrong', why },
      OFC: { status: 'wrong', why },
    });
  });

  it('does not count without its charter', () => {
    const [verification] = verifyDocuments([joins], signatures, KEYS).values();
    expect(verification?.complete).toBe(false);
  });

  /** FBI founds a group of the same code, and signs for it: ICE, which signed with the real one, is not bound. */
  it("cannot be put in the place of another of the same code, by a stranger's charter", () => {
    const strangers = agreementOf({
      id: 'ofc',
      parties: ['FBI', 'ATF'],
      groups: { OFC: { name: 'Fusion Center', coordinator: 'FBI', members: ['FBI', 'ATF'] } },
      clauses: [{ id: 'I', text: 'words' }],
    });
    const forged = {
      ofc: signedByAll(strangers),
      'ofc-ice': { ...signatures['ofc-ice'], OFC: signedByAll(joins, [strangers])['OFC'] ?? '' },
    };
    expect(statuses([strangers, joins], forged)).toEqual({
      ofc: { FBI: { status: 'signed', kid: 'FBI-1' }, ATF: { status: 'signed', kid: 'ATF-1' } },
      'ofc-ice': {
        ICE: { status: 'wrong', why: 'signed for another charter of a group' },
        OFC: { status: 'signed', kid: 'FBI-1' },
      },
    });
  });

  it('is pinned by those who only share with it, too', () => {
    const toGroup = { ...joins, id: 'to-ofc', parties: ['ICE', 'DEA'], accessions: [] };
    const groups = foundedGroups([{ agreement: charter, digest: digestOf(charter) }]);
    expect(signatoriesOf(toGroup, groups).charters).toEqual({ OFC: digestOf(charter) });
  });
});
