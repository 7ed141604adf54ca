import fc from 'fast-check';
import type {
  Accession,
  Agreement,
  Clause,
  Obligations,
  PurposeScope,
  Quota,
  Share,
  ViewerScope,
  Where,
} from '../../../policy/agreement.ts';
import type { Notice } from '../../../policy/notice.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { PARTICIPATIONS } from '../../../policy/agreement.ts';
import { STAGES } from '../../../schema/purposes.ts';
import { agencyEntry } from '../../support/toy-federation.ts';
import {
  COORDINATES,
  now,
  often,
  some,
  sometimes,
  AREAS,
  AT,
  CATEGORIES,
  CODES,
  DAYS,
  KINDS,
  OFFICERS,
} from './words.ts';
import { FILES, PERSON_ROLES, REFERENCES, ROLES, SEARCHES, TRAININGS, USES } from './words.ts';

/** Everything that two readers of the same documents are given. */
export interface World {
  readonly agreements: readonly Agreement[];
  readonly notices: readonly Notice[];
  readonly at: Date;
}

/** The agencies of every world; one is abroad. */
export const AGENCIES: readonly AgencyEntry[] = CODES.map((code) => ({
  ...agencyEntry(code),
  country: code === 'ICRF' ? 'RU' : 'US',
}));

const GROUP = 'OFC';
const CHARTER = 'charter';

/** Leaves out what is undefined. */
const present = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
const optional = <Value extends object>(parts: { [Name in keyof Value]: fc.Arbitrary<Value[Name]> }) =>
  fc.record(parts).map((value) => present(value));

const bound = fc.oneof(fc.constantFrom(...DAYS), fc.constant('accession'));
const lists = (values: readonly string[]) =>
  fc.constantFrom('anyOf', 'allOf', 'noneOf').chain((how) => some(values).map((list) => ({ [how]: list })));
const codes = (values: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(...values),
    fc.constantFrom('anyOf', 'noneOf').chain((how) => some(values).map((list) => ({ [how]: list }))),
  );
const dates = fc.oneof(
  bound.map((from) => ({ from })),
  bound.map((until) => ({ until })),
  fc.constant({ from: DAYS[0]!, until: DAYS[2]! }),
  fc.constantFrom(...DAYS),
  some(DAYS).map((noneOf) => ({ noneOf })),
);
const named = (names: readonly string[], test: fc.Arbitrary<Where[string]>): fc.Arbitrary<Where> =>
  fc.tuple(fc.constantFrom(...names), test).map(([name, value]) => ({ [name]: value }));

const label: fc.Arbitrary<Where> = fc.oneof(
  named(['crimeAreas', 'record.crimeAreas', 'case.crimeAreas'], lists(AREAS)),
  named(['program', 'record.program', 'case.program'], codes(['OCDETF', 'HIDTA'])),
  named(['kind', 'record.kind'], codes(KINDS)),
  named(['recordedOn', 'record.recordedOn', 'occurredOn'], dates),
  named(['openedOn', 'case.openedOn'], dates),
  named(['minor', 'person.minor'], fc.boolean()),
  named(['person.dataSubjectCategory', 'dataSubjectCategory'], codes(PERSON_ROLES)),
  named(['person.nationalities'], lists(['US', 'RU'])),
  named(['person.nationalOf', 'nationalOf'], fc.constantFrom('originator', 'recipient')),
  named(['case.status', 'status'], codes(['OPEN', 'CLOSED'])),
  named(['reference', 'record.reference', 'case.reference', 'person.reference'], codes(REFERENCES)),
  named(['handlingCodes', 'record.handlingCodes'], lists(['H1', 'H2'])),
  named(['groupKind', 'group.groupKind'], codes(['cartel', 'street-gang'])),
  named(['contactRole', 'contact.contactRole'], codes(['ATTACHE', 'PROSECUTOR'])),
  named(['onCall'], fc.boolean()),
);

const { where } = fc.letrec<{ where: Where }>((tie) => ({
  where: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: label },
    { weight: 1, arbitrary: fc.tuple(label, label).map(([a, b]) => ({ ...a, ...b })) },
    { weight: 1, arbitrary: fc.array(tie('where'), { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf })) },
    { weight: 1, arbitrary: fc.array(tie('where'), { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })) },
    { weight: 1, arbitrary: tie('where').map((not) => ({ not })) },
  ),
}));

const parties = fc.oneof(
  { weight: 5, arbitrary: fc.constant([...CODES]) },
  { weight: 2, arbitrary: some(CODES) },
  { weight: 2, arbitrary: fc.constant([GROUP]) },
  { weight: 1, arbitrary: some([...CODES, GROUP]) },
);
const scope = {
  from: parties,
  to: parties,
  records: sometimes(some(KINDS)),
  cases: sometimes(fc.constant(true)),
  dataSubjects: sometimes(some(PERSON_ROLES)),
  where: sometimes(where),
};
const fields = fc.oneof(
  some(CATEGORIES).map((categories) => ({ categories })),
  some(COORDINATES).map((coordinates) => ({ coordinates })),
  fc.constant({ coordinates: COORDINATES }),
  fc.constant({ coordinates: COORDINATES }),
  fc.record({ categories: some(CATEGORIES), coordinates: some(COORDINATES) }),
);
const areasAndUses = { areas: some(AREAS), uses: some(USES) };

/** One or two of the parts, so that each is met alone. */
function few<Value extends object>(parts: { [Name in keyof Value]: fc.Arbitrary<Value[Name]> }): fc.Arbitrary<Value> {
  const single = Object.entries(parts).map(([name, value]) =>
    (value as fc.Arbitrary<unknown>).map((of) => ({ [name]: of })),
  );
  const one = fc.oneof(...single);
  const two = fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b }));
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: two },
  ) as fc.Arbitrary<unknown> as fc.Arbitrary<Value>;
}

const viewer = few<ViewerScope>({
  roles: some(ROLES),
  trainings: some(TRAININGS),
  clearance: fc.constantFrom('confidential', 'secret'),
  officers: some(OFFICERS),
  contactPoint: fc.constant(true),
});
const purposes = few<PurposeScope>({
  areas: some(AREAS),
  uses: some(USES),
  searches: some(SEARCHES),
  stage: fc.constantFrom(...STAGES, 'match', 'follow-up', 'follow-up'),
  minPenaltyMonths: fc.constantFrom(12, 36),
});
const quota = optional<Quota>({ search: often(fc.constantFrom(...SEARCHES)), perDay: fc.constant(5) });
const obligations = few<Obligations>({
  evidence: fc.constant('with-consent'),
  quotas: fc.array(quota, { minLength: 1, maxLength: 2 }),
  notifyOriginator: fc.constant(true),
});
const treatments = fc.dictionary(fc.constantFrom(...COORDINATES), fc.constantFrom('full', 'generalised', 'masked'), {
  minKeys: 1,
  maxKeys: 6,
});

const share = fc
  .tuple(
    fc.record({
      ...scope,
      participants: sometimes(some(PARTICIPATIONS)),
      for: often(purposes),
      viewer: now(viewer),
      disclosure: fc.constantFrom(
        ...(['FULL', 'FULL', 'FULL', 'FULL', 'FULL', 'CONTACT', 'EXISTS', 'SILENT'] as const),
      ),
      treatments: often(treatments),
      reciprocal: sometimes(fc.boolean()),
      override: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(true) }),
      obligations: sometimes(obligations),
    }),
    fields,
  )
  .map(([of, what]): Pick<Clause, 'share'> => ({ share: present({ ...ofLevel(of), ...what }) as Share }));

/** Only what is shown is treated, and only what is shown in spite of others is released. */
function ofLevel(of: { readonly disclosure: Share['disclosure'] }): object {
  return of.disclosure === 'FULL' ? of : { ...of, treatments: undefined, override: undefined };
}

const withhold = fc
  .tuple(
    fc.record({
      ...scope,
      where: often(where),
      for: sometimes(few(areasAndUses)),
      viewer: sometimes(fc.record({ roles: some(ROLES) })),
    }),
    fc.oneof({ weight: 5, arbitrary: fields }, { weight: 1, arbitrary: fc.constant({}) }),
  )
  .map(([of, what]): Pick<Clause, 'withhold'> => ({ withhold: present({ ...of, ...what }) }));

const effects = fc.array(fc.oneof({ weight: 3, arbitrary: share }, { weight: 1, arbitrary: withhold }), {
  minLength: 1,
  maxLength: 4,
});

const EARLY = ['2009-01-01', '2009-01-01', '2009-01-01'];
const lifetimes = optional<Pick<Agreement, 'effective' | 'until'>>({
  effective: fc.constantFrom(...EARLY, ...EARLY, '2010-06-30', '2025-12-31', '2026-01-01', '2026-01-02'),
  until: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('2025-06-30', '2025-12-31', '2026-01-01') },
  ),
});

const accession: fc.Arbitrary<Omit<Accession, 'to'>> = optional({
  party: fc.constantFrom(...CODES),
  from: sometimes(fc.constantFrom('2010-06-30', '2025-12-31', '2026-01-01', '2026-01-02')),
  backDated: often(fc.boolean()),
  participation: sometimes(fc.constantFrom(...PARTICIPATIONS)),
  reserves: sometimes(some([`${CHARTER}#0`, 'bilateral-1#0', 'bilateral-2#1'])),
});

const lineage = (earlier: readonly string[]) =>
  optional<Pick<Agreement, 'supersedes' | 'amends' | 'supplements' | 'noticeDays'>>({
    supersedes: rarely(some(earlier)),
    amends: rarely(
      fc.tuple(fc.constantFrom(...earlier), some(['0', '1'])).map(([agreement, replaces]) => [{ agreement, replaces }]),
    ),
    supplements: rarely(some(earlier)),
    noticeDays: rarely(fc.constantFrom(30)),
  });

function rarely<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  const left = fc.constant(undefined) as fc.Arbitrary<never>;
  return fc.oneof({ weight: 8, arbitrary: left }, { weight: 1, arbitrary: value });
}

const charter = fc.tuple(some(CODES), effects, lifetimes).map(([members, of, dates]): Agreement =>
  agreement(CHARTER, of, dates, members, {
    groups: { [GROUP]: { name: 'Center', coordinator: members[0]!, members } },
  }),
);

const accessions = fc
  .tuple(accession, effects, lifetimes)
  .map(([{ party, ...how }, of, dates]): Agreement =>
    agreement('joins', of, dates, [party, GROUP], { accessions: [{ party, to: GROUP, ...how }] }),
  );

const others = fc.tuple(...['bilateral-1', 'bilateral-2', 'bilateral-3'].map(plain));

function plain(id: string, index: number): fc.Arbitrary<Agreement> {
  const earlier = [CHARTER, 'joins', 'bilateral-1', 'bilateral-2'].slice(0, 2 + index);
  const signers = fc.oneof(
    { weight: 2, arbitrary: fc.constant([...CODES, GROUP]) },
    { weight: 1, arbitrary: fc.subarray([...CODES, GROUP], { minLength: 2 }) },
  );
  return fc
    .tuple(effects, lifetimes, signers, lineage(earlier))
    .map(([of, dates, who, line]) => agreement(id, of, dates, who, line));
}

function agreement(
  id: string,
  of: readonly Pick<Clause, 'share' | 'withhold'>[],
  dates: Pick<Agreement, 'effective' | 'until'>,
  who: readonly string[],
  rest: Partial<Agreement>,
): Agreement {
  const clauses = of.map((effect, index) => ({ id: `${index}`, text: `Clause ${index} "in words".`, ...effect }));
  return { concordat: 1, id, title: id, signed: '2009-01-01', ...dates, parties: who, ...rest, clauses };
}

const instants = fc.constantFrom('2025-12-30T00:00:00Z', '2025-12-31T12:00:00Z', '2026-01-01T00:00:00Z');

/** A notice of a party of one of the agreements. */
function noticeOn(agreements: readonly Agreement[]): fc.Arbitrary<Notice> {
  return fc.constantFrom(...agreements).chain((on) => {
    const given = fc.constantFrom('2025-11-01T00:00:00Z', '2025-12-15T00:00:00Z');
    const declared = {
      concordat: fc.constant(1 as const),
      notice: fc.constant('n'),
      party: fc.constantFrom(...on.parties.filter((code) => code !== GROUP)),
      agreement: fc.constant(on.id),
      digest: fc.constant(on.id),
      given,
      from: instants,
      until: sometimes(fc.constantFrom('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z')),
    };
    const to = fc.oneof(fc.constant([...CODES]), some(CODES));
    const references = fc.oneof(fc.constant([...REFERENCES]), some(REFERENCES));
    const files = some(FILES);
    return fc.oneof(
      fc.record({ ...declared, kind: fc.constant('suspend'), clauses: sometimes(some(['0', '1'])) }),
      fc.record({ ...declared, kind: fc.constant('resume') }),
      fc.record({ ...declared, kind: fc.constant('terminate') }),
      fc.record({ ...declared, kind: fc.constant('consent'), to, references: files, uses: often(some(USES)) }),
      fc.record({ ...declared, kind: fc.constant('consent'), to, references: files, uses: often(some(USES)) }),
      fc.record({ ...declared, kind: fc.constant('release'), to, references, request: fc.constantFrom('Q1', 'Q2') }),
      fc.record({ ...declared, kind: fc.constant('release'), to, references, request: fc.constantFrom('Q1', 'Q2') }),
    ) as fc.Arbitrary<unknown> as fc.Arbitrary<Notice>;
  });
}

/**
 * A release is of requests under the agreement that it names. Our engine lets it open the clauses of any agreement, so
 * all name the same one, and only that one has clauses for which something must be released.
 */
function releasedWhereNamed({ agreements, notices, at }: World): World {
  const released = notices.find(({ kind }) => kind === 'release')?.agreement;
  const named = agreements.find(({ clauses }) => clauses.some(isFollowUp))?.id ?? released;
  return {
    agreements: agreements.map((of) => (of.id === named ? of : { ...of, clauses: of.clauses.map(withoutFollowUp) })),
    notices: notices.map((notice) => (notice.kind === 'release' && named ? { ...notice, agreement: named } : notice)),
    at,
  };
}

function isFollowUp({ share }: Clause): boolean {
  return share?.for?.stage === 'follow-up';
}

function withoutFollowUp(clause: Clause): Clause {
  if (!clause.share || !isFollowUp(clause)) return clause;
  return { ...clause, share: { ...clause.share, for: { ...clause.share.for, stage: 'core-data' } } };
}

/** Documents in which agencies, groups, dates and notices meet. */
export const worlds: fc.Arbitrary<World> = fc
  .tuple(charter, accessions, others, fc.nat(3))
  .map(([group, joining, rest, left]) => [group, joining, ...rest.slice(0, left)])
  .chain((agreements) =>
    fc.record({
      agreements: fc.constant(agreements),
      notices: fc
        .array(noticeOn(agreements.filter(({ parties: of }) => of.some((code) => code !== GROUP))), {
          maxLength: 4,
          size: 'max',
        })
        .map((all) => all.map((notice, index) => ({ ...present(notice), notice: `n${index}` }))),
      at: fc.constantFrom(...AT).map((instant) => new Date(instant)),
    }),
  )
  .map(releasedWhereNamed);
