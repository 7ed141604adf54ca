import type { Path } from '../locate.ts';
import { agenciesIn } from './members.ts';
import { knownAgency } from './parties.ts';
import { sharesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** The officers whom a clause names work for one of its recipients. */
export const officers: Rule = ({ agreement }, around) =>
  sharesOf(agreement).flatMap(({ scope: { viewer, to }, path }) =>
    (viewer?.officers ?? []).flatMap((officer, index) =>
      employed(officer, agenciesIn(to, around), [...path, 'viewer', 'officers', index], around),
    ),
  );

function employed(
  officer: string,
  recipients: ReadonlySet<string>,
  path: Path,
  around: Surroundings,
): readonly Finding[] {
  const agency = officer.slice(0, officer.indexOf(':'));
  const strange = knownAgency(agency, path, around);
  if (strange.length > 0 || recipients.has(agency)) return strange;
  return [{ path, message: `\`${agency}\` is no recipient of this clause, so its officer is shown nothing` }];
}
