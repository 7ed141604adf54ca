import type { AgreementAt } from '../policy/lifecycle.ts';

/** Where an agreement stands, and why, in words: `in force since 2009-08-06`. */
export function standingInWords(
  { agreement, status, out, replaced }: AgreementAt,
  standing: ReadonlyMap<string, AgreementAt>,
): string {
  const parts = [
    stateOf({ agreement, status }, standing),
    ...(out.size > 0 ? [`nothing is shared from or with ${[...out].join(', ')}, suspended or terminated`] : []),
    ...(replaced.size > 0 ? [`another agreement replaces ${[...replaced].join(', ')}`] : []),
  ];
  return parts.join('; ');
}

function stateOf(
  { agreement, status }: Pick<AgreementAt, 'agreement' | 'status'>,
  standing: ReadonlyMap<string, AgreementAt>,
): string {
  const { id, effective, until, supplements = [], amends = [] } = agreement;
  switch (status) {
    case 'in-force':
      return until ? `in force since ${effective}, until ${until}` : `in force since ${effective}`;
    case 'not-yet':
      return `in force only from ${effective}`;
    case 'expired':
      return `its last day was ${until}; what it withholds stays withheld`;
    case 'disputed':
      return 'another signed document has its id, or founds its group; what it withholds stays withheld';
    case 'absent':
      return 'all signed it, and it no longer arrives so; what it withholds stays withheld';
    case 'outdated':
      return 'its parties have signed a newer text since; this one has no effect';
    case 'superseded':
      return `superseded by ${successors(id, standing).join(', ')}`;
    case 'base-not-in-force': {
      const bases = [...supplements, ...amends.map((amendment) => amendment.agreement)];
      const missing = bases.filter((base) => standing.get(base)?.status !== 'in-force');
      return `it leans on ${missing.join(', ')}, not in force`;
    }
  }
}

function successors(id: string, standing: ReadonlyMap<string, AgreementAt>): readonly string[] {
  return [...standing.values()].flatMap(({ agreement }) => (agreement.supersedes?.includes(id) ? [agreement.id] : []));
}
