import type { Purpose, Stage, Term } from '../../../../../schema/purposes.ts';

/** A purpose as it stands in the form: every part a text, empty where nothing is stated. */
export interface Draft {
  readonly area: string;
  readonly use: string;
  readonly case: string;
  readonly search: string;
  readonly stage: string;
  /** Ids, one a line or by commas. */
  readonly matches: string;
  readonly offence: string;
  readonly months: string;
  readonly request: string;
  readonly justification: string;
}

const EMPTY: Draft = {
  ...{ area: '', use: '', case: '', search: '', stage: 'hit' },
  ...{ matches: '', offence: '', months: '', request: '', justification: '' },
};

/** The form's texts of a purpose that was stated, or of what is left of one. */
export function draftOf(purpose: (Pick<Purpose, 'area' | 'use'> & Partial<Purpose>) | undefined): Draft {
  if (!purpose) return EMPTY;
  const { offence, matches, ...rest } = purpose;
  return {
    ...EMPTY,
    ...rest,
    matches: matches?.join('\n') ?? '',
    offence: offence?.code ?? '',
    months: offence === undefined ? '' : String(offence.maxPenaltyMonths),
  };
}

/** What the form states. Parts that the stage and the use do not ask for are left out. */
export function purposeOf(draft: Draft, uses: readonly Term[]): Purpose {
  const { area, use, search, stage, offence, months } = draft;
  const asked = partsAsked(draft, uses);
  return {
    area,
    use,
    case: draft.case.trim(),
    ...(search !== '' && { search }),
    ...(stage !== 'hit' && { stage: stage as Stage }),
    ...(asked.matches && { matches: idsIn(draft.matches) }),
    ...(offence.trim() !== '' && { offence: { code: offence.trim(), maxPenaltyMonths: Number.parseInt(months, 10) } }),
    ...(asked.request && { request: draft.request.trim() }),
    ...(asked.justification && { justification: draft.justification.trim() }),
  };
}

/** Ids, each once. */
export function idsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter(Boolean))].sort();
}

/** The parts that a stage and a use ask for beyond the first three. */
export function partsAsked({ stage, use }: Draft, uses: readonly Term[]) {
  const reached = STAGES.indexOf(stage as Stage);
  return {
    matches: reached >= STAGES.indexOf('match'),
    offence: reached >= STAGES.indexOf('core-data'),
    request: reached >= STAGES.indexOf('follow-up'),
    justification: liesUnder(use, 'threat-to-life', uses),
  };
}

const STAGES: readonly Stage[] = ['hit', 'match', 'core-data', 'follow-up'];

function liesUnder(code: string, wider: string, terms: readonly Term[]): boolean {
  if (code === wider) return true;
  const under = terms.find((term) => term.code === code)?.under;
  return under !== undefined && liesUnder(under, wider, terms);
}
