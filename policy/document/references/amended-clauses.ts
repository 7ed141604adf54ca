import { suggest } from '../suggest.ts';
import type { Finding, Rule } from './rule.ts';

/** An amendment replaces clauses that the other agreement has. */
export const amendedClauses: Rule = ({ agreement }, { agreements }) =>
  (agreement.amends ?? []).flatMap(({ agreement: id, replaces }, index) => {
    const amended = agreements.get(id);
    if (!amended || id === agreement.id) return [];
    const clauses = amended.clauses.map((clause) => clause.id);
    return replaces.flatMap((clause, at): readonly Finding[] => {
      if (clauses.includes(clause)) return [];
      const message = `\`${id}\` has no clause \`${clause}\``;
      return [{ path: ['amends', index, 'replaces', at], message, hint: suggest(clause, clauses) }];
    });
  });
