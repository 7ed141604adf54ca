import { isEnumType } from 'graphql';
import { contract } from '../../schema/contract.ts';
import { purposes, type Term } from '../../schema/purposes.ts';
import { viewerTerms } from '../../schema/viewers.ts';

/** Codes of a taxonomy by their names, as they stand inside a sentence. A code that it does not have stands for itself. */
export function termsInWords(kind: 'areas' | 'uses' | 'searches', codes: readonly string[]): readonly string[] {
  return codes.map((code) => inside(purposes[kind].get(code), code));
}

/** The same of what agencies vouch for of their viewers. */
export function viewerTermsInWords(
  kind: 'roles' | 'trainings' | 'clearances',
  codes: readonly string[],
): readonly string[] {
  return codes.map((code) => inside(viewerTerms[kind].get(code), code));
}

/** A value of a label: a constant of the contract and a crime area in words, everything else as it is. */
export function valueInWords(value: string, typeName: string | undefined): string {
  if (typeName !== undefined && isEnumType(contract.schema.getType(typeName))) return constantInWords(value);
  return inside(purposes.areas.get(value), value);
}

/** `REPORT_OF_INVESTIGATION`: report of investigation. */
export function constantInWords(constant: string): string {
  return constant.toLowerCase().replaceAll('_', ' ');
}

function inside(term: Term | undefined, code: string): string {
  if (!term) return code;
  return `${term.name.charAt(0).toLowerCase()}${term.name.slice(1)}`;
}
