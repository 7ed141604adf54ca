import type { LabelTest, Where } from '../../agreement.ts';
import { labelTest, notKnown, oneOf } from './label-test.ts';
import { labelNamed, type LabelTypes } from './labels.ts';
import { ALWAYS, NEVER, every, negated, some, type Truths } from './truths.ts';

/** Between whom a clause is read, for what in a condition depends on it. */
export interface Between {
  readonly labels: LabelTypes;
  /** Countries of the originator and of the recipient. */
  readonly nationals: Readonly<Record<'originator' | 'recipient', string | undefined>>;
  /** First day of the recipient: of its membership, or of the agreement. */
  readonly accession: string;
}

/** The rows of a clause's `where`. Everything listed must hold. */
export function whereHolds(where: Where | undefined, between: Between): Truths {
  if (!where) return ALWAYS;
  return every(Object.entries(where).map(([key, value]) => entry(key, value, between)));
}

function entry(key: string, value: Where[string], between: Between): Truths {
  const nested = (part: Where) => whereHolds(part, between);
  if (key === 'allOf') return every((value as readonly Where[]).map(nested));
  if (key === 'anyOf') return some((value as readonly Where[]).map(nested));
  if (key === 'not') return negated(nested(value as Where));
  if (key === 'nationalOf' || key === 'person.nationalOf') return nationalOf(value as LabelTest, between);
  const label = labelNamed(key, between.labels);
  return label ? labelTest(label, value as LabelTest, between.accession) : NEVER;
}

/** Whose nationals they are is unknown where a country is. */
function nationalOf(whose: LabelTest, { labels, nationals }: Between): Truths {
  const country = whose === 'originator' || whose === 'recipient' ? nationals[whose] : undefined;
  const label = labelNamed('person.nationalities', labels);
  if (!label) return NEVER;
  return country ? oneOf(label, [country]) : notKnown(label);
}
