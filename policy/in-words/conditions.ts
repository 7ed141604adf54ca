import type { Clause, PurposeScope, Share, ViewerScope, Withhold } from '../agreement.ts';
import { listed, sentence } from './listed.ts';
import { constantInWords, termsInWords, viewerTermsInWords } from './terms.ts';
import { whereInWords } from './where.ts';

/**
 * Everything that must hold before a clause speaks, a sentence each: of which objects, for what, to whom. Empty: it speaks
 * of all that it names, whoever asks and whatever for.
 */
export function conditionsInWords({ share, withhold }: Clause): readonly string[] {
  if (withhold) return [...rows(withhold), ...purpose(withhold.for), ...viewer(withhold.viewer, 'withheld from')];
  if (!share) return [];
  return [...rows(share), ...purpose(share.for), ...viewer(share.viewer, 'for'), ...terms(share)];
}

function rows({ records, cases, dataSubjects, where }: Share | Withhold): readonly string[] {
  const kinds = records?.map((kind) => constantInWords(kind)) ?? [];
  const objects = [...(records ? [`records of the kind ${listed(kinds, 'or')}`] : []), ...(cases ? ['cases'] : [])];
  return [
    ...(objects.length > 0 ? [`only ${listed(objects, 'and')}, and what is in them`] : []),
    ...(dataSubjects ? [`of persons, only those whose part in the matter is ${parts(dataSubjects)}`] : []),
    ...(where ? [`only where ${whereInWords(where)}`] : []),
  ].map(sentence);
}

function parts(dataSubjects: readonly string[]): string {
  return listed(dataSubjects.map(constantInWords), 'or');
}

const STAGES: Readonly<Record<NonNullable<PurposeScope['stage']>, string>> = {
  hit: 'from the stage `hit` on',
  match: 'from the stage `match` on: only objects whose match the viewer’s own staff has confirmed',
  'core-data':
    'from the stage `core-data` on: only objects whose match the viewer’s own staff has confirmed, for a stated offence',
  'follow-up': 'at the stage `follow-up`: only objects that a notice of the originator releases for the request',
};

function purpose(scope: PurposeScope = {}): readonly string[] {
  const { areas, uses, searches, stage, released, minPenaltyMonths } = scope;
  return [
    ...(areas ? [`only for work on ${listed(termsInWords('areas', areas), 'or')}`] : []),
    ...(uses ? [`only for this use: ${listed(termsInWords('uses', uses), 'or')}`] : []),
    ...(searches ? [`only for this kind of search: ${listed(termsInWords('searches', searches), 'or')}`] : []),
    ...(stage ? [STAGES[stage]] : []),
    ...(released ? ['only objects that a notice of the originator releases for the request'] : []),
    ...(minPenaltyMonths === undefined
      ? []
      : [`only for an offence that may be punished, where the viewer works, with at least ${minPenaltyMonths} months`]),
  ].map(sentence);
}

function viewer(scope: ViewerScope = {}, preposition: 'for' | 'withheld from'): readonly string[] {
  const { roles, trainings, clearance, officers, contactPoint } = scope;
  const only = preposition === 'for' ? 'only for' : 'only withheld from';
  return [
    ...(roles ? [`${only} viewers in the role ${listed(viewerTermsInWords('roles', roles), 'or')}`] : []),
    ...(trainings ? [`${only} viewers trained in ${listed(viewerTermsInWords('trainings', trainings), 'and')}`] : []),
    ...(clearance === undefined
      ? []
      : [`${only} viewers cleared for ${viewerTermsInWords('clearances', [clearance])[0]} or higher`]),
    ...(officers ? [`${only} the named officers ${listed(officers, 'or')}`] : []),
    ...(contactPoint ? [`${only} the agency’s contact point`] : []),
  ].map(sentence);
}

function terms({ participants, consent, reciprocal, override }: Share): readonly string[] {
  return [
    ...(participants ? [`only to members of the recipient groups whose part is ${listed(participants, 'or')}`] : []),
    ...(consent
      ? ['only objects to which a notice of the originator consents, for the use that the purpose states']
      : []),
    ...(reciprocal ? ['who does not share under this clause does not receive under it'] : []),
    ...(override
      ? [
          'for a threat to life: released although clauses withhold it and the originator’s marks restrict it, save what a third party gave',
        ]
      : []),
  ].map(sentence);
}
