import type { Agreement, Clause } from '../../policy/agreement.ts';
import { openBundle, type Bundle, type OpenedBundle } from '../../policy/bundle.ts';
import type { Notice } from '../../policy/notice.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { PARTIES_TEXT, testWorld } from './document/world.ts';
import { record, shown } from './language/world.ts';
import { bundleOf, party } from './remembering.ts';
import { signAgreement } from '../../policy/signature/sign.ts';
import { KEYS, agreementOf, keyOf } from './signature/parties.ts';

const TITLE = { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title'] };
const withholding: readonly Clause[] = [{ id: 'I', text: 'words', withhold: TITLE }];
const OPEN = agreementOf({ id: 'open', clauses: [{ id: 'I', text: 'words', share: TITLE }] });
const KEPT = agreementOf({ id: 'kept', clauses: withholding });
const WORDS = [{ id: 'I', text: 'words' }];

/** Where agreements stand, and whether DEA sees the title. */
function told({ agreements, notices }: OpenedBundle) {
  const { agencies } = testWorld.parties;
  const ruleset = compileRuleset({ agreements, notices, agencies }, new Date('2026-01-01T00:00:00Z'));
  const standing = [...ruleset.standing.values()].map(({ agreement, status }) => [agreement.id, status] as const);
  return { standing: Object.fromEntries(standing), title: shown(ruleset, record(), { coordinate: 'Record.title' }) };
}

/** What a party is told by the last of several bundles. */
function after(...bundles: readonly (Bundle | readonly Agreement[])[]) {
  const reader = party();
  const opened = bundles.map((bundle) => reader.sees('documents' in bundle ? bundle : bundleOf(bundle)));
  return told(opened.at(-1)!);
}

describe('an agreement that was seen once', () => {
  it('withholds when it is gone, shares nothing, and says so', () => {
    expect(after([OPEN])).toEqual({ standing: { open: 'in-force' }, title: 'full' });
    expect(after([OPEN, KEPT], [OPEN])).toEqual({ standing: { open: 'in-force', kept: 'absent' }, title: undefined });
    expect(after([OPEN, KEPT], [KEPT])).toEqual({ standing: { open: 'absent', kept: 'in-force' }, title: undefined });
    expect(after([OPEN], [])).toEqual({ standing: { open: 'absent' }, title: undefined });
  });

  it('counts again when it comes back', () => {
    expect(after([OPEN], [], [OPEN])).toEqual({ standing: { open: 'in-force' }, title: 'full' });
  });

  it('withholds when its text becomes broken, or a signature is missing', () => {
    const whole = bundleOf([OPEN, KEPT]);
    const broken = { ...whole, documents: [whole.documents[0]!, { path: '1.yaml', text: 'id: [' }] };
    const unsigned = { ...whole, signatures: { ...whole.signatures, kept: {} } };
    for (const bundle of [broken, unsigned]) expect(after(whole, bundle).title).toBeUndefined();
  });

  it('gives way to a newer text of its id that its parties signed', () => {
    const anew = { ...KEPT, clauses: WORDS };
    expect(after([OPEN, KEPT], [OPEN, anew])).toEqual({
      standing: { open: 'in-force', kept: 'in-force' },
      title: 'full',
    });
  });

  it('gives way to one that supersedes it by all its parties, and does not come back when that one is gone', () => {
    const later = agreementOf({ id: 'later', clauses: WORDS, supersedes: ['kept'] });
    expect(after([OPEN, KEPT], [OPEN, later]).title).toBe('full');
    const share = agreementOf({ id: 'shares', clauses: OPEN.clauses });
    const instead = agreementOf({ id: 'later', clauses: WORDS, supersedes: ['shares'] });
    expect(after([share, instead], [share])).toMatchObject({ standing: { shares: 'superseded' }, title: undefined });
  });

  it('has its place taken by no older text that comes back', () => {
    const anew = { ...OPEN, clauses: withholding };
    expect(after([OPEN], [anew], [OPEN]).title).toBeUndefined();
    const reader = party();
    for (const agreements of [[OPEN], [anew]]) reader.sees(bundleOf(agreements));
    const { agreements } = reader.sees(bundleOf([OPEN]));
    expect(agreements.map(({ outdated, absent }) => ({ outdated, absent }))).toEqual([
      { outdated: true, absent: undefined },
      { outdated: undefined, absent: true },
    ]);
  });

  it('counts again in its older text when each of its parties has signed that again, and not when one has', () => {
    const anew = { ...OPEN, clauses: withholding };
    const given = (agreement: Agreement, ice: string, dea: string): Bundle => {
      const at = { ICE: ice, DEA: dea };
      const signatures = Object.entries(at).map(([code, month]) => [
        code,
        signAgreement(agreement, code, keyOf(code), {}, new Date(`2025-${month}-01T00:00:00Z`)),
      ]);
      return {
        ...bundleOf([agreement]),
        signatures: { open: Object.fromEntries(signatures) as Record<string, string> },
      };
    };
    const [first, second] = [given(OPEN, '01', '01'), given(anew, '02', '03')];
    expect(after(first, second, first).title).toBeUndefined();
    expect(after(first, second, given(OPEN, '01', '04')).title).toBeUndefined();
    expect(after(first, second, given(OPEN, '03', '04')).title).toBeUndefined();
    expect(after(first, second, given(OPEN, '04', '04')).title).toBe('full');
    expect(after(first, second, given(OPEN, '04', '04'), second).title).toBe(undefined);
    expect(after(first, second, given(OPEN, '04', '04'), second, first).title).toBe('full');
  });

  it('has its place taken by no text of its id that others signed: that one shares nothing', () => {
    const ofDeaAlone = agreementOf({
      ...{ id: 'kept', parties: ['DEA', 'X-1'], clauses: WORDS },
      groups: { 'X-1': { name: 'Of DEA alone', coordinator: 'DEA', members: ['DEA'] } },
    });
    const stranger = bundleOf([OPEN, ofDeaAlone]);
    const reader = party();
    reader.sees(bundleOf([OPEN, KEPT]));
    const opened = reader.sees(stranger);
    expect(opened.agreements.find(({ agreement }) => agreement.groups)).toMatchObject({ disputed: true });
    expect(told(opened).title).toBeUndefined();
  });
});

describe('a group that signs its charter anew', () => {
  const charter = (clauses: readonly Clause[], title: string) =>
    agreementOf({
      ...{ id: 'charter', title, clauses, parties: ['ICE', 'DEA', 'FBI'] },
      groups: { CTR: { name: 'A centre', coordinator: 'FBI', members: ['ICE', 'DEA', 'FBI'] } },
    });
  const rules = agreementOf({
    id: 'rules',
    clauses: [{ id: 'I', text: 'words', withhold: { ...TITLE, to: ['CTR'] } }],
  });

  it('frees nobody from what was agreed under the old one', () => {
    const before = bundleOf([OPEN, charter(WORDS, 'One'), rules]);
    const anew = bundleOf([OPEN, charter(WORDS, 'Two')]);
    const rulesText = before.documents.find(({ text }) => text.includes('"rules"'))!;
    const both = {
      ...anew,
      documents: [...anew.documents, rulesText],
      signatures: { ...anew.signatures, rules: before.signatures['rules']! },
    };
    expect(after(both).title).toBe('full');
    expect(after(before, both)).toEqual({
      standing: { open: 'in-force', charter: 'in-force', rules: 'absent' },
      title: undefined,
    });
  });

  it('under another id takes the place of the old one', () => {
    const second = { ...charter(WORDS, 'Two'), id: 'charter-2', supersedes: ['charter'] };
    const standing = { charter: 'superseded', 'charter-2': 'in-force' };
    expect(after([charter(WORDS, 'One'), second]).standing).toEqual(standing);
    expect(after([charter(WORDS, 'One')], [second]).standing).toEqual(standing);
    const stranger = { ...charter(WORDS, 'Two'), id: 'charter-2' };
    const disputed = { charter: 'absent', 'charter-2': 'disputed' };
    expect(after([charter(WORDS, 'One')], [stranger]).standing).toEqual(disputed);
  });

  it('leaves both disputed when they came at once, and one is left out; one that came later disputes while it is there', () => {
    const first = charter(WORDS, 'One');
    const second = { ...charter(WORDS, 'Two'), id: 'charter-2' };
    const standing = (...bundles: readonly (readonly Agreement[])[]) => after(...bundles).standing;
    expect(standing([first, second], [second])).toEqual({ charter: 'absent', 'charter-2': 'disputed' });
    expect(standing([first, second], [first])).toEqual({ charter: 'disputed', 'charter-2': 'absent' });
    expect(standing([first], [first, second])).toEqual({ charter: 'disputed', 'charter-2': 'disputed' });
    expect(standing([first], [first, second], [first])).toEqual({ charter: 'in-force', 'charter-2': 'absent' });
  });
});

describe('a notice that was seen once', () => {
  const suspension: Notice = {
    ...{ concordat: 1, kind: 'suspend', notice: 'ice-1', party: 'ICE', agreement: 'open', digest: '' },
    ...{ given: '2025-01-01T00:00:00Z', from: '2025-01-01T00:00:00Z' },
  };

  it('counts when it is left out', () => {
    expect(after(bundleOf([OPEN], [suspension]), [OPEN]).title).toBeUndefined();
    const resumed: Notice = { ...suspension, kind: 'resume', notice: 'ice-2', given: '2025-02-01T00:00:00Z' };
    expect(after(bundleOf([OPEN], [suspension]), bundleOf([OPEN], [resumed])).title).toBe('full');
  });

  it('opens nothing when it no longer counts: its party has retired the key that was stolen', () => {
    const given = { ...suspension, agreement: 'asked' };
    const asked = agreementOf({
      id: 'asked',
      clauses: [{ id: 'I', text: 'words', share: { ...TITLE, consent: true } }],
    });
    const consent: Notice = { ...given, kind: 'consent', to: ['DEA'], references: ['record-1'] };
    const resumed: Notice = { ...suspension, kind: 'resume', notice: 'ice-2', given: '2025-02-01T00:00:00Z' };
    const bundle = bundleOf([asked], [consent]);
    expect(after(bundle).title).toBe('full');
    expect(after(bundle, [asked]).title).toBeUndefined();
    const both = bundleOf([OPEN], [suspension, resumed]);
    expect(after(both).title).toBe('full');
    expect(after(both, bundleOf([OPEN], [suspension])).title).toBeUndefined();
  });

  it('says nothing of a newer text of its agreement', () => {
    expect(after(bundleOf([OPEN], [suspension]), [{ ...OPEN, title: 'Anew' }]).title).toBe('full');
  });
});

it('a withholding clause of a category that the contract no longer has closes every field that it may have meant', () => {
  const agreement = agreementOf({
    id: 'kept',
    clauses: [{ id: 'I', text: 'words', withhold: { from: ['ICE'], to: ['DEA'], categories: ['GONE'] } }],
  });
  const agreements = [OPEN, agreement].map((one) => ({ agreement: one, digest: one.id }));
  const { agencies } = testWorld.parties;
  const ruleset = compileRuleset({ agreements, agencies }, new Date('2026-01-01T00:00:00Z'));
  expect(shown(ruleset, record(), { coordinate: 'Record.title' })).toBeUndefined();
});

describe('the parties that a bundle names', () => {
  it('are not those of who has pinned them: not their countries, nor who is there', () => {
    const lying = { ...bundleOf([OPEN]), parties: PARTIES_TEXT.replaceAll('country: RU', 'country: US') };
    expect(lying.parties).not.toBe(PARTIES_TEXT);
    const { parties } = openBundle(lying, KEYS, testWorld, testWorld.parties);
    expect(parties).toBe(testWorld.parties);
    const gone = openBundle({ ...lying, parties: 'agencies: []' }, KEYS, testWorld, testWorld.parties);
    expect(gone.agreements.map(({ agreement }) => agreement.id)).toEqual(['open']);
  });
});
