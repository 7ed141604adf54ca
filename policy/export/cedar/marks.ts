import type { Consent } from '../../notice.ts';
import { all, any, either, entity, isIn, not, texts, type Expression } from './expression.ts';
import { usedFor } from './purpose.ts';

/** What the originator's marks on a record, or the third-party rule, close. */
export interface Mark {
  readonly id: string;
  readonly text: string;
  readonly closes: Expression;
  /** It yields to a threat to life. */
  readonly yields: boolean;
}

/** Marks close whatever they are not known to leave open. Contacts stand on their own. */
export function marks(consents: readonly Consent[]): readonly Mark[] {
  return [...ownMarks(consents), thirdPartyRule(consents), STANDING_ALONE];
}

/** The originator consents to what is asked, by a notice. */
export function consented(consents: readonly Consent[]): Expression {
  return any(
    consents.map((consent) => all([isIn('resource.originator', 'Agency', [consent.party]), consentCovers(consent)])),
  );
}

/** The object is named, or lies within a record or case that is. */
export function isNamed(references: readonly string[]): Expression {
  return selfOrAround((type) =>
    all([
      `resource has ${type}`,
      `resource.${type} has reference`,
      `resource.${type}.reference.containsAny(${texts(references)})`,
    ]),
  );
}

/** It holds for the object itself, or for the record or case around it; a person in a group is not the group. */
export function selfOrAround(holds: (type: string) => Expression): Expression {
  return any([
    ...['Person', 'Group', 'Organization'].map((family) =>
      all([`resource.family == "${family}"`, holds(family.toLowerCase())]),
    ),
    holds('record'),
    all(['resource.family != "Record"', holds('case')]),
  ]);
}

function ownMarks(consents: readonly Consent[]): readonly Mark[] {
  const consent = consented(consents);
  const own = (label: string, words: string, open: Expression) => ({
    id: `marks#${label}`,
    text: words,
    closes: all(['resource has record', not(isKnownToBe(label, open)), not(consent)]),
    yields: true,
  });
  const evidence = own(
    'notAsEvidence',
    'For intelligence only: not to be used as evidence without consent.',
    'resource.record.notAsEvidence.contains(false)',
  );
  return [
    own(
      'releasableTo',
      'The originator releases the record to other agencies only.',
      any(['resource.record.releasableTo.isEmpty()', 'resource.record.releasableTo.contains(principal.code)']),
    ),
    own(
      'notReleasableTo',
      'The originator does not release the record to this agency.',
      not('resource.record.notReleasableTo.contains(principal.code)'),
    ),
    own(
      'originatorConsent',
      'The originator wants to be asked first.',
      'resource.record.originatorConsent.contains(false)',
    ),
    { ...evidence, closes: all([usedFor('evidence'), evidence.closes]) },
  ];
}

function thirdPartyRule(consents: readonly Consent[]): Mark {
  const open = any([
    'resource.record.obtainedFrom.isEmpty()',
    'resource.record.obtainedFrom.contains(principal.code)',
    ...consents.map((consent) =>
      all([
        `resource.originator != ${entity('Agency', consent.party)}`,
        `resource.record.obtainedFrom == ${texts([consent.party])}`,
        consentCovers(consent),
      ]),
    ),
  ]);
  return {
    id: 'marks#obtainedFrom',
    text: 'What the originator has from a third party goes on only with its consent.',
    closes: all(['resource has record', not(isKnownToBe('obtainedFrom', open))]),
    yields: false,
  };
}

const STANDING_ALONE: Mark = {
  id: 'marks#standing-alone',
  text: 'A subject outside any record or case tells nothing of the marks on the records that speak of it.',
  closes: all([
    '["Person", "Group", "Organization"].contains(resource.family)',
    not('resource has record'),
    not('resource has case'),
  ]),
  yields: false,
};

/** Consent is for the uses that it names and those under them; for evidence, only if it names that. */
function consentCovers({ to, references, uses }: Consent): Expression {
  const named = uses ? all(['context has purpose', isIn('context.purpose.use', 'Use', uses)]) : 'true';
  const use = uses?.includes('evidence') ? named : all([named, not(usedFor('evidence'))]);
  return all([any(to.map((code) => `principal.agency == ${entity('Agency', code)}`)), isNamed(references), use]);
}

function isKnownToBe(label: string, open: Expression): Expression {
  return either(`resource.record has ${label}`, open, 'false');
}
