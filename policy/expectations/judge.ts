import { foundAnyhow, treatmentOn } from '../cell.ts';
import { evaluate, type Row } from '../condition/evaluate.ts';
import type { Grant } from '../grant.ts';
import type { Claim } from './claim.ts';
import { LEVELS, type Level } from './expectations.ts';

/** What is seen where a claim expects something: a treatment, `closed`, a disclosure, or whether it is found. */
export type Seeing = Claim['expected'];

/** What a viewer sees of what the claim is about. */
export function seeing(claim: Claim, grant: Grant): Seeing {
  const row = rowOf(claim);
  const { originator } = claim.scene;
  switch (claim.is) {
    case 'field':
      return treatmentOn(grant.cell(originator, claim.coordinate), row) ?? 'closed';
    case 'found':
      return evaluate(foundAnyhow(grant.cell(originator, claim.coordinate)), row) === true;
    case 'disclosure':
      return levelOf(claim, row, grant);
  }
}

/** The object that the claim is about, as conditions read it. */
export function rowOf({ object, scene }: Claim): Row {
  const row = scene.objects.get(object);
  if (!row) throw new Error('a claim is about an object of its scene');
  return row;
}

/** Whether the claim expects that something is seen. */
export function expectsOpen({ expected }: Claim): boolean {
  return expected !== 'closed' && expected !== 'NONE' && expected !== false;
}

function levelOf({ family, scene }: Claim, row: Row, grant: Grant): Level {
  const levels: Partial<Record<Level, Parameters<typeof evaluate>[0]>> = grant.levels(scene.originator, family);
  return LEVELS.find((level) => levels[level] && evaluate(levels[level], row) === true) ?? 'NONE';
}
