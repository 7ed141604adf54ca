import { blind, blindNameKey } from '../../matching/blind.ts';
import { MOST_SELECTORS } from '../../matching/contribute.ts';
import type { ContributedSelector } from '../../matching/contributed.ts';
import { normalise } from '../../matching/normalise/normalise.ts';
import { organizationKeys } from '../../matching/organization/keys.ts';
import { personKeys } from '../../matching/person/keys.ts';
import { SELECTOR_SOURCES, type SelectorSource } from '../../schema/selectors.ts';
import type { ClearSelector, Line } from './line.ts';

/** The selectors of a line as the index holds them, or what is wrong with them. */
export type Blinded = { readonly selectors: readonly ContributedSelector[] } | { readonly why: string };

/** Blinds the selectors of a line, each in every form under which it can be found. */
export function blindedIn(line: Line, key: Uint8Array): Blinded {
  const selectors: ContributedSelector[] = [];
  for (const [at, selector] of (line.selectors ?? []).entries()) {
    const source = sourceOf(selector, line);
    if (typeof source === 'string') return { why: `\`selectors/${at}\`: ${source}` };
    const blinds = blindsOf(selector, key);
    if (typeof blinds === 'string') return { why: `\`selectors/${at}/value\`: ${blinds}` };
    for (const blind of blinds) selectors.push({ source: source.number, ...ofSubject(selector), blind });
  }
  if (selectors.length > MOST_SELECTORS) return { why: `it has more than ${MOST_SELECTORS} selectors once blinded` };
  return { selectors };
}

const SOURCES = new Map(SELECTOR_SOURCES.map((source) => [source.coordinate, source]));

const SUBJECTS = new Map([
  ['Person', 'PERSON'],
  ['Group', 'GROUP'],
  ['Organization', 'ORGANIZATION'],
]);

/** Where the selector stands; a text: why it cannot stand there. */
function sourceOf({ coordinate, kind, subject }: ClearSelector, line: Line): SelectorSource | string {
  const source = SOURCES.get(coordinate);
  if (!source) return `\`coordinate\` must be one of ${[...SOURCES.keys()].join(', ')}`;
  if (!source.kinds.includes(kind)) return `at ${coordinate} stand ${source.kinds.join(', ')}, and no ${kind}`;
  const type = SUBJECTS.get(coordinate.split('.')[0]!);
  if (!type) return subject === undefined && line.type === 'RECORD' ? source : OF_RECORDS;
  const held = subject === undefined ? undefined : line.subjects?.[subject];
  return held?.type === type ? source : `\`subject\` must be the place of a ${type} among the subjects`;
}

const OF_RECORDS = 'it is of a record itself: only a RECORD has it, and it has no `subject`';

/** What it is found by; a text: why it is found by nothing. */
function blindsOf(selector: ClearSelector, key: Uint8Array): readonly string[] | string {
  switch (selector.kind) {
    case 'NAME_AND_BIRTH':
      return personKeys(selector.value).map((name) => blindNameKey(selector.kind, name, key));
    case 'GROUP_NAME':
    case 'ORGANIZATION_NAME':
      return organizationKeys(selector.value).map((name) => blindNameKey(selector.kind, name, key));
    default: {
      const { kind, value, country } = selector;
      const its = normalise(kind, value, country === undefined ? {} : { country });
      return its.is === 'normal' ? its.forms.map((form) => blind(kind, form, key)) : its.why;
    }
  }
}

function ofSubject({ subject }: ClearSelector): { readonly subject?: number } {
  return subject === undefined ? {} : { subject };
}
