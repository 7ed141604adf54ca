import { ONE_AND_THE_SAME } from '../../../matching/evidence.ts';
import type { Figure } from './figures.ts';
import type { Link } from './links.ts';

/** Who belongs to a profile, and who of them are one. */
export interface Around {
  /** Those of whom the profile is, the likeliest first: one by one what is sought leads to, with all who are the same. */
  readonly clusters: readonly (readonly Figure[])[];
  /** Whoever is taken for one with somebody to whom what is sought leads: from these one may go on. */
  readonly same: ReadonlySet<Figure>;
}

/**
 * Who is found by what is sought, who is the same as one of them, and who may be the same as one of these. What is only
 * possibly the same leads no further, nor does a record of which it is not shown whom it is about.
 */
export function around(figures: readonly Figure[], links: readonly Link[]): Around {
  const clusterOf = joined(
    figures,
    links.filter(({ score }) => score >= ONE_AND_THE_SAME),
  );
  const isSought = ({ relevance }: Figure) => relevance > 0;
  const same = new Set(figures.filter((figure) => clusterOf(figure).some(isSought)));
  const leads = (figure: Figure) => figure.subject !== undefined && same.has(figure);
  const possible = links.flatMap(({ from, to }) => (leads(from) ? [to] : leads(to) ? [from] : []));
  const wanted = new Set([...same, ...possible]);
  const clusters = new Set(figures.filter((figure) => wanted.has(figure)).map(clusterOf));
  const ordered = [...clusters].map((of) => of.filter((figure) => wanted.has(figure)).sort(byRelevance));
  return { clusters: ordered.sort(byWeight), same };
}

function joined(figures: readonly Figure[], links: readonly Link[]): (figure: Figure) => readonly Figure[] {
  const clusters = new Map<Figure, readonly Figure[]>(figures.map((figure) => [figure, [figure]]));
  for (const { from, to } of links) {
    const [one, other] = [clusters.get(from)!, clusters.get(to)!];
    if (one === other) continue;
    const together = [...one, ...other];
    for (const figure of together) clusters.set(figure, together);
  }
  return (figure) => clusters.get(figure)!;
}

/** What has most in common with what is sought; then the larger. The order of records decides between equals. */
function byWeight(a: readonly Figure[], b: readonly Figure[]): number {
  return b[0]!.relevance - a[0]!.relevance || b.length - a.length;
}

function byRelevance(a: Figure, b: Figure): number {
  return b.relevance - a.relevance;
}
