import fc from 'fast-check';
import type { Agreement } from '../../policy/agreement.ts';
import { learnedFrom, withRemembered, type Remembered } from '../../policy/archive.ts';
import { openBundle, type Bundle, type OpenedBundle } from '../../policy/bundle.ts';
import type { Notice } from '../../policy/notice.ts';
import { digestOf } from '../../policy/signature/canonical.ts';
import { signNotice } from '../../policy/signature/notices.ts';
import { CODES, agreementOf, type Effect } from './arbitraries.ts';
import { PARTIES_TEXT, testWorld } from './document/world.ts';
import { KEYS, keyOf, signedByAll } from './signature/parties.ts';

/** A party that remembers what it saw, or, to see what that is good for, nothing. */
export function party({ remembers = true } = {}) {
  const agreements = new Map<string, Remembered['agreements'] extends ReadonlyMap<string, infer Text> ? Text : never>();
  const noticesSeen = new Map<string, OpenedBundle['notices'][number]>();
  let day = Date.parse('2026-01-01T00:00:00Z');
  return {
    sees(bundle: Bundle): OpenedBundle {
      const opened = openBundle(bundle, KEYS, testWorld);
      if (!remembers) return opened;
      const known = { agreements, notices: noticesSeen };
      const learned = learnedFrom(opened, bundle, known, new Date((day += 1000)));
      for (const text of learned.agreements) agreements.set(text.digest, text);
      for (const notice of learned.notices) noticesSeen.set(notice.digest, notice);
      return withRemembered(opened, known);
    },
  };
}

/** Agreements and notices as they travel, signed by all: who signs knows the charters of the others. */
export function bundleOf(agreements: readonly Agreement[], given: readonly Notice[] = []): Bundle {
  const signatures: Record<string, Record<string, string>> = {};
  for (const agreement of agreements)
    signatures[agreement.id] = {
      ...signatures[agreement.id],
      ...signedByAll(
        agreement,
        agreements.filter(({ groups }) => groups),
      ),
    };
  return {
    parties: PARTIES_TEXT,
    documents: agreements.map((agreement, at) => ({ path: `${at}.yaml`, text: JSON.stringify(agreement) })),
    signatures,
    notices: given.flatMap((notice) => {
      const about = agreements.find(({ id }) => id === notice.agreement);
      const whole = about && { ...notice, digest: digestOf(about) };
      const signer = notice.party === 'CTR' ? 'FBI' : notice.party;
      return whole ? [{ notice: whole, signature: signNotice(whole, keyOf(signer)) }] : [];
    }),
  };
}

/** Fields that clauses of generated agreements speak of. */
export const FIELDS = ['Record.title', 'Record.narrative', 'Record.office'];
const SIDES = [['ICE'], ['DEA'], ['FBI'], ['CTR'], ['CTR', 'ICE'], ['DEA', 'FBI']];

const scope = fc.record({
  from: fc.constantFrom(...SIDES),
  to: fc.constantFrom(...SIDES, ['CTR', 'DEA']),
  coordinates: fc.subarray(FIELDS, { minLength: 1 }),
});
const where = fc.constantFrom({}, {}, { where: { recordedOn: { from: '2010-06-30' } } });
const effects = fc.array(
  fc.tuple(scope, where, fc.constantFrom('share', 'share', 'withhold', 'consent')).map(([of, rows, kind]): Effect => {
    if (kind === 'withhold') return { withhold: { ...of, ...rows } };
    return { share: { ...of, ...rows, ...(kind === 'consent' && { consent: true }) } };
  }),
  { minLength: 1, maxLength: 3 },
);

const accession = fc.record({
  party: fc.constantFrom('ICE', 'DEA'),
  from: fc.constantFrom('2009-06-01', '2011-01-01'),
  participation: fc.constantFrom('active', 'observer', 'limited'),
});

/** What takes the place of another agreement, or of clauses of it, or leans on it. */
const LINKS: readonly Partial<Agreement>[] = [
  { supersedes: ['agreement-0'] },
  { supersedes: ['agreement-0'] },
  { amends: [{ agreement: 'agreement-0', replaces: ['0'] }] },
  { amends: [{ agreement: 'charter', replaces: ['0'] }] },
  { supplements: ['agreement-0'] },
  { supplements: ['charter'] },
];

/** A charter and one that takes its place; parties that join, or take part in another way; and what they agreed. */
const agreements: fc.Arbitrary<readonly Agreement[]> = fc
  .record({
    members: fc.subarray(CODES, { minLength: 1 }),
    founding: effects,
    again: fc.option(fc.subarray(CODES, { minLength: 1 })),
    joining: fc.array(accession, { maxLength: 2 }),
    first: effects,
    later: fc.option(fc.tuple(effects, fc.constantFrom(...LINKS)), { freq: 3 }),
  })
  .map(({ members, founding, again, joining, first, later }) => [
    agreementOf('open', [{ share: { from: CODES, to: CODES, coordinates: FIELDS } }]),
    founded('charter', founding, members),
    ...(again ? [{ ...founded('charter-2', founding, again), supersedes: ['charter'] }] : []),
    ...joining.map((of, at) => ({
      ...agreementOf(`joining-${at}`, [{}], [of.party, 'CTR']),
      accessions: [{ ...of, to: 'CTR' }],
    })),
    agreementOf('agreement-0', first),
    ...(later ? [{ ...agreementOf('later', later[0]), ...later[1] }] : []),
  ]);

function founded(id: string, clauses: readonly Effect[], members: readonly string[]): Agreement {
  return { ...agreementOf(id, clauses), groups: { CTR: { name: 'A centre', coordinator: 'FBI', members } } };
}

const GIVEN = '2025-01-01T00:00:00Z';

const notices: fc.Arbitrary<Notice> = fc
  .record({
    kind: fc.constantFrom('suspend', 'resume', 'terminate', 'consent'),
    party: fc.constantFrom(...CODES, 'CTR'),
    agreement: fc.constantFrom('open', 'charter', 'agreement-0', 'later', 'joining-0'),
    given: fc.constantFrom(GIVEN, '2025-06-01T00:00:00Z'),
    clauses: fc.constantFrom({}, {}, { clauses: ['0'] }),
    notice: fc.constantFrom('notice-1', 'notice-2', 'notice-3'),
  })
  .map(({ clauses, ...of }): Notice => {
    const declared = { concordat: 1, digest: '', from: of.given, ...of } as const;
    if (declared.kind === 'consent') return { ...declared, kind: 'consent', to: ['DEA'], references: ['a'] };
    return declared.kind === 'suspend' ? { ...declared, kind: 'suspend', ...clauses } : (declared as Notice);
  });

/** Whole bundles, whose every document and notice is signed. */
export const bundles: fc.Arbitrary<Bundle> = fc
  .tuple(agreements, fc.array(notices, { maxLength: 4 }))
  .map(([all, given]) => bundleOf(all, given));

/** What is left of a bundle when documents, signatures or notices are left out. */
export function partOf(bundle: Bundle): fc.Arbitrary<Bundle> {
  const signatures = Object.entries(bundle.signatures).map(([id, byParty]) =>
    fc.subarray(Object.entries(byParty)).map((left) => [id, Object.fromEntries(left)] as const),
  );
  return fc
    .record({
      documents: fc.subarray([...bundle.documents], { minLength: Math.floor(bundle.documents.length / 2) }),
      notices: fc.subarray([...(bundle.notices ?? [])]),
      unsigned: fc.subarray(Object.keys(bundle.signatures), { maxLength: 1 }),
      signatures: fc.tuple(...signatures),
    })
    .map(({ documents, notices: left, unsigned, signatures: fewer }) => ({
      parties: bundle.parties,
      documents,
      notices: left,
      signatures: {
        ...bundle.signatures,
        ...Object.fromEntries(fewer.filter(([id]) => unsigned.includes(id))),
      },
    }));
}
