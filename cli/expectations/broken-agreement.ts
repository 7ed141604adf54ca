import type { CheckedDocument } from '../../policy/document/check-documents.ts';
import type { Mistake } from '../../policy/document/mistake.ts';
import type { ReadExpectations } from '../../policy/expectations/read-expectations.ts';
import { TESTS_SUFFIX } from '../gather.ts';

/** Says that the agreement which is tested is there, and has mistakes; undefined: it is not there, or has none. */
export function brokenAgreement(
  { file, expectations, at }: ReadExpectations,
  broken: readonly CheckedDocument[],
): Mistake | undefined {
  const tested = broken.find((document) => isOf(document, expectations.agreement, file));
  if (!tested) return undefined;
  const message = `the agreement \`${expectations.agreement}\` has mistakes: run \`concordat check ${tested.path}\``;
  return { file, ...at.value(['agreement']), message };
}

/** An agreement that is too broken to tell its id is known by its name. */
function isOf({ agreement, path }: CheckedDocument, id: string, tests: string): boolean {
  return agreement ? agreement.id === id : path === `${tests.slice(0, -TESTS_SUFFIX.length)}.yaml`;
}
