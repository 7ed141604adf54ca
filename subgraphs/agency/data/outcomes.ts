import { later } from './calendar.ts';
import type { Office } from './agencies.ts';
import type { OutcomeValue } from './entities.ts';
import type { Matter } from './matter.ts';
import { cents, money } from './money.ts';
import type { Random } from './random.ts';
import { COURTS } from './words/things.ts';

/** How a concluded matter ended for its defendants. */
export function outcomesOf(at: Random, matter: Matter, office: Office): readonly OutcomeValue[] {
  if (!matter.concluded) return [];
  return Array.from({ length: at.int(1, 3) }, () => outcome(at, matter, office));
}

function outcome(at: Random, { openedOn, repertoire }: Matter, { district }: Office): OutcomeValue {
  const disposition = at.pick(['convicted', 'convicted', 'convicted', 'acquitted', 'dismissed', 'forfeiture']);
  const convicted = disposition === 'convicted';
  return {
    court: district ? `United States District Court, ${district}` : at.pick(COURTS),
    disposition,
    sentenceMonths: convicted ? at.int(6, 240) : null,
    restitution: convicted && repertoire.victims ? money(cents(at, 700_000)) : null,
    decidedOn: later(openedOn, at.int(500, 900)),
  };
}
