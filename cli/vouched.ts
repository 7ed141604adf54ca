import type { DemoViewer } from '../platform/demo-token.ts';
import { didYouMean } from '../policy/document/suggest.ts';
import { viewerTerms } from '../schema/viewers.ts';
import { UsageError } from './usage.ts';

/** What the command line says of a viewer. */
export interface VouchedOptions extends Omit<DemoViewer, 'role' | 'trainings'> {
  readonly training?: readonly string[];
}

/** A viewer in the terms of `schema/viewers.yaml`. @throws UsageError when a code is not among them */
export function vouchedViewer(role: string | undefined, { training, ...rest }: VouchedOptions): DemoViewer {
  const { roles, trainings, clearances } = viewerTerms;
  for (const code of training ?? []) known('training', code, [...trainings.keys()]);
  if (rest.clearance !== undefined) known('clearance', rest.clearance, [...clearances.keys()]);
  return { ...rest, role: known('role', role, [...roles.keys()]), ...(training && { trainings: training }) };
}

/** The code, if it is one of those known. @throws UsageError with all of them, and the one that is near */
export function known(what: string, code: string | undefined, codes: readonly string[]): string {
  if (code !== undefined && codes.includes(code)) return code;
  const problem = code === undefined ? `the ${what} is missing` : `unknown ${what} \`${code}\``;
  const nearest = code === undefined ? undefined : didYouMean(code, codes);
  throw new UsageError(`${problem}: one of ${codes.join(', ')}${nearest === undefined ? '' : `; ${nearest}`}`);
}
