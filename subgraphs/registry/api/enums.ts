import { DISCLOSURES } from '../../../schema/disclosures.ts';
import type { Treatment as TreatmentCode } from '../../../schema/contract.ts';
import { describedEnum } from '../../kit/described.ts';
import { FIELD_EFFECTS } from '../fields.ts';
import { RELATIONS } from '../lineage.ts';
import { FOUND, OPENNESS, REASONS } from '../matrix.ts';
import { SIGNATURES } from '../signatures.ts';
import { STATUSES } from '../status.ts';

export const AgencyKind = describedEnum('AgencyKind', 'What an agency is to the others.', {
  DOMESTIC: 'An agency of the same country.',
  PROSECUTOR: 'A prosecutors’ office.',
  FOREIGN: 'A partner abroad.',
});

export const AgreementStatus = describedEnum('AgreementStatus', 'Where an agreement stands.', STATUSES);

export const ClauseEffect = describedEnum('ClauseEffect', 'What a clause does.', {
  SHARE: 'It discloses.',
  WITHHOLD: 'It closes, whatever else is shared.',
  DECONFLICT: 'It has targets and operations matched before somebody acts.',
  NONE: 'It says something, and has no effect on data.',
});

export const FieldEffect = describedEnum('FieldEffect', 'What a clause does to a field.', FIELD_EFFECTS);

export const SignatureStatus = describedEnum('SignatureStatus', 'What became of a signature.', SIGNATURES);

export const RelationKind = describedEnum('RelationKind', 'How an agreement stands to another.', RELATIONS);

export const Disclosure = describedEnum('Disclosure', 'How much is disclosed of a record or a case.', DISCLOSURES);

export const Openness = describedEnum('Openness', 'On which objects a field is shown.', OPENNESS);

export const Found = describedEnum('Found', 'What is told of objects that are found by a field.', FOUND);

export const WithheldReason = describedEnum('WithheldReason', 'Why a field is not shown, or not everywhere.', REASONS);

const TREATMENTS = {
  full: 'As it is.',
  generalised: 'Less precise: the year of a date, the country of a place.',
  masked: 'All but the last four characters hidden.',
} as const satisfies Readonly<Record<TreatmentCode, string>>;

export const Treatment = describedEnum(
  'Treatment',
  'How a value is shown.',
  Object.fromEntries(Object.entries(TREATMENTS).map(([code, text]) => [code.toUpperCase(), text])),
);
