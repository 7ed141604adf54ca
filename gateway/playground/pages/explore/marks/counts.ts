import type { Mark, Standing } from './mark.ts';

/** How many places of each kind there are. */
export type Counts = Readonly<Record<Standing, number>>;

export function countsOf(marks: readonly Mark[]): Counts {
  const counts = { withheld: 0, perhaps: 0, absent: 0, failed: 0 };
  for (const { is } of marks) counts[is] += 1;
  return counts;
}

/** `4 withheld, 2 perhaps withheld, 1 without a value`; what is none is left out. */
export function inWords({ withheld, perhaps, absent, failed }: Counts): string {
  const parts = [
    withheld > 0 && `${withheld} withheld`,
    perhaps > 0 && `${perhaps} perhaps withheld`,
    absent > 0 && `${absent} without a value`,
    failed > 0 && `${failed} not answered`,
  ];
  return parts.filter(Boolean).join(', ');
}
