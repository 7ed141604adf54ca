import { foundAnyhow, treatmentOn } from '../../../policy/cell.ts';
import { evaluate } from '../../../policy/condition/evaluate.ts';
import { toCedar, type CedarExport } from '../../../policy/export/cedar/cedar.ts';
import { compileRuleset, type Ruleset } from '../../../policy/ruleset.ts';
import { contract } from '../../../schema/contract.ts';
import { purposes } from '../../../schema/purposes.ts';
import { viewerTerms } from '../../../schema/viewers.ts';
import { CedarJudge, type Answer } from './cedar.ts';
import type { Question } from './question.ts';
import { AGENCIES, type World } from './worlds.ts';

/** Where the two readers of the same documents disagree. */
export interface Divergence {
  readonly question: Question;
  readonly ours: Answer;
  readonly cedars: Answer;
}

/** The documents, as they are exported to Cedar. */
export function exportOf(world: World): CedarExport {
  return toCedar({ ...world, agencies: AGENCIES, contract, viewers: viewerTerms }, purposes);
}

/** What our own engine makes of the documents. */
export function rulesetOf({ agreements, notices, at }: World): Ruleset {
  return compileRuleset(
    {
      agreements: agreements.map((agreement) => ({ agreement, digest: agreement.id })),
      notices: notices.map((notice) => ({ notice, digest: notice.notice })),
      agencies: AGENCIES,
    },
    at,
  );
}

/** What our own engine answers. */
export function ourAnswer(ruleset: Ruleset, { viewer, purpose, originator, coordinate, row }: Question): Answer {
  const cell = ruleset.grant(viewer, purpose).cell(originator, coordinate);
  return { treatment: treatmentOn(cell, row), found: evaluate(foundAnyhow(cell), row) === true };
}

/** The questions on which our engine and Cedar answer differently. @param exported what Cedar is given */
export function divergences(
  world: World,
  questions: readonly Question[],
  exported: Pick<CedarExport, 'policies' | 'entities'> = exportOf(world),
): readonly Divergence[] {
  const ruleset = rulesetOf(world);
  const judge = new CedarJudge(exported);
  return questions
    .map((question) => ({ question, ours: ourAnswer(ruleset, question), cedars: judge.answer(question) }))
    .filter(({ ours, cedars }) => ours.treatment !== cedars.treatment || ours.found !== cedars.found);
}
