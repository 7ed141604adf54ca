import type { Term } from '../../../../../schema/purposes.ts';
import { idsIn, partsAsked, type Draft } from './draft.ts';

/** What the gateway would refuse of a purpose, by part, so that it need not be asked. */
export type Problems = Readonly<Partial<Record<keyof Draft, string>>>;

const CASE = /^[\p{L}\p{N}][\p{L}\p{N}./_ -]{0,63}$/u;
const MOST_MATCHES = 50;
const MOST_MONTHS = 9999;

/** The same rules as the gateway's; that it knows some word of a taxonomy is left to the choices that the form offers. */
export function problemsOf(draft: Draft, uses: readonly Term[]): Problems {
  const asked = partsAsked(draft, uses);
  return withoutNone({
    area: draft.area === '' && 'Choose the crime area.',
    use: draft.use === '' && 'Choose the use.',
    case: !CASE.test(draft.case.trim()) && 'Your own case number: up to 64 letters, digits and . / _ -',
    matches: asked.matches && problemOfMatches(idsIn(draft.matches).length),
    ...problemsOfOffence(draft, asked.offence),
    request:
      asked.request && draft.request.trim() === '' && 'The number of the request that the originator has released.',
    justification:
      asked.justification && draft.justification.trim() === '' && 'In your own words, why life is in danger.',
  });
}

/** Half an offence is none. */
function problemsOfOffence(draft: Draft, asked: boolean) {
  const [offence, months] = [draft.offence.trim(), draft.months.trim()];
  const stated = asked || offence !== '' || months !== '';
  return {
    offence: stated && offence === '' && 'The offence as your law cites it.',
    months: stated && !isSentence(months) && 'Its longest sentence: whole months, up to 9999 (life).',
  } as const;
}

function problemOfMatches(count: number): string | false {
  return (count === 0 || count > MOST_MATCHES) && 'Ids of 1 to 50 objects whose match your staff has confirmed.';
}

function isSentence(months: string): boolean {
  return /^\d+$/.test(months) && Number(months) <= MOST_MONTHS;
}

function withoutNone(problems: Readonly<Partial<Record<keyof Draft, string | false>>>): Problems {
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== false));
}
