import type { AnsweredMember, AnsweredProfile, ObjectInProfile, SubjectInProfile } from './answered.ts';

/** What is shown of a member in one record or case. */
export interface Stated {
  readonly member: AnsweredMember;
  readonly subject: SubjectInProfile;
  readonly from: { readonly record?: string; readonly case?: string };
}

/** What is shown of members, record by record, then case by case. */
export function statedOf(members: readonly AnsweredMember[], profile: AnsweredProfile): readonly Stated[] {
  return objectsIn(profile).flatMap(({ originator, from, object }) =>
    (object.subjects ?? []).flatMap((subject) => {
      const member = members.find((one) => one.originator.code === originator && one.subject === subject?.id);
      return subject && member ? [{ subject, member, from }] : [];
    }),
  );
}

function objectsIn({ records, cases }: AnsweredProfile) {
  const of = (hits: AnsweredProfile['records'], which: 'record' | 'case') =>
    hits.flatMap((hit) => {
      const object: ObjectInProfile | null | undefined = hit?.[which];
      return hit && object ? [{ originator: hit.originator.code, from: { [which]: object.id }, object }] : [];
    });
  return [...of(records, 'record'), ...of(cases, 'case')];
}
