import fc from 'fast-check';
import {
  PARTICIPATIONS,
  type Clause,
  type Obligations,
  type PurposeScope,
  type Quota,
  type Share,
  type ViewerScope,
} from '../../../policy/agreement.ts';
import { STAGES } from '../../../schema/purposes.ts';
import { few, now, often, optional, present, rarely, some, sometimes } from './chances.ts';
import { where } from './conditions.ts';
import {
  AREAS,
  CATEGORIES,
  CODES,
  COORDINATES,
  GROUP,
  KINDS,
  OFFICERS,
  PERSON_ROLES,
  ROLES,
  SEARCHES,
  TRAININGS,
  USES,
} from './words.ts';

/** What a clause does; its id comes from where it stands. */
export type Effect = Pick<Clause, 'share' | 'withhold'>;

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
  released: fc.boolean(),
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
      consent: rarely(fc.boolean()),
      override: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(true) }),
      obligations: sometimes(obligations),
    }),
    fields,
  )
  .map(([of, what]): Effect => ({ share: present({ ...ofLevel(of), ...what }) as Share }));

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
  .map(([of, what]): Effect => ({ withhold: present({ ...of, ...what }) }));

/** What the clauses of an agreement do. */
export const effects = fc.array(fc.oneof({ weight: 3, arbitrary: share }, { weight: 1, arbitrary: withhold }), {
  minLength: 1,
  maxLength: 4,
});
