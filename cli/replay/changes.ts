import type { Cell } from '../../policy/cell.ts';
import { NEVER, keyOf } from '../../policy/condition/condition.ts';
import { changeOfRows } from '../../policy/diff/rows.ts';
import type { Grant } from '../../policy/grant.ts';
import type { Survey } from '../../policy/projection/survey.ts';

/** What a draft makes of a field, or of the telling that there is something. */
export const KINDS = {
  opens: 'is shown, and was not',
  closes: 'is not shown any more',
  widens: 'is shown of more',
  narrows: 'is shown of less',
  differs: 'is shown of others',
  treats: 'is shown otherwise',
} as const;
export type Kind = keyof typeof KINDS;

/** One difference that a draft makes to an operation. */
export interface Change {
  readonly originator: string;
  /** A coordinate; or a type and what a hit discloses: `Record CONTACT`. */
  readonly what: string;
  readonly kind: Kind;
}

const TOLD = ['CONTACT', 'EXISTS', 'SILENT'] as const;

/** What an operation's viewer would gain and lose by a draft. The own agency's data is as it is. */
export function changesOf(asked: Survey, current: Grant, draft: Grant): readonly Change[] {
  const others = (originators: ReadonlySet<string>) =>
    [...originators].filter((originator) => originator !== current.recipient.agency);
  const fields = [...asked.coordinates].flatMap(([what, originators]) =>
    others(originators).flatMap((originator) => {
      const kind = changeOfCell(current.cell(originator, what), draft.cell(originator, what));
      return kind ? [{ originator, what, kind }] : [];
    }),
  );
  const told = [...asked.searched].flatMap(([family, originators]) =>
    others(originators).flatMap((originator) => {
      const [before, after] = [current.levels(originator, family), draft.levels(originator, family)];
      return TOLD.flatMap((level) => {
        const kind = changeOfRows(before[level], after[level]);
        return kind ? [{ originator, what: `${family} ${level}`, kind }] : [];
      });
    }),
  );
  return [...fields, ...told];
}

function changeOfCell(before: Cell, after: Cell): Kind | undefined {
  const rows = changeOfRows(before.rows, after.rows);
  if (rows || before.rows === NEVER) return rows;
  return treatmentsKey(before) === treatmentsKey(after) ? undefined : 'treats';
}

function treatmentsKey({ treatments }: Cell): string {
  return treatments.map(({ treatment, rows }) => `${treatment} ${keyOf(rows)}`).join('\n');
}
