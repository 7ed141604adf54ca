import type { GroupCharter } from '../../agreement.ts';
import { takesThePlaceOf } from '../../lifecycle.ts';
import type { ValidAgreement } from '../read-agreement.ts';
import { knownAgency } from './parties.ts';
import type { Finding, Rule, Surroundings } from './rule.ts';

/** A group is founded by agencies that sign its charter, under a code of its own. */
export const groups: Rule = (document, around) =>
  Object.entries(document.agreement.groups ?? {}).flatMap(([code, charter]) => [
    ...noAgency(code, around),
    ...signedByAll(code, charter, document, around),
  ]);

/**
 * A group is founded once.
 * INVARIANT: two charters of one code are both wrong, or a stranger's could take the place of the group's own.
 */
export const foundedOnce: Rule = (document, around) =>
  Object.keys(document.agreement.groups ?? {}).flatMap((code) => {
    const others = (around.groups.get(code) ?? []).filter(
      (founding) => founding.document !== document && !replaces(founding.document, document),
    );
    return others.map((other): Finding => {
      const message = `\`${code}\` is founded in \`${other.document.file}\` too`;
      return { path: ['groups', code], part: 'key', message };
    });
  });

/** A charter may take the place of an earlier one of its group, as any agreement does. */
function replaces({ agreement: one }: ValidAgreement, { agreement: other }: ValidAgreement): boolean {
  return takesThePlaceOf(one, other) || takesThePlaceOf(other, one);
}

function noAgency(code: string, { agencies }: Surroundings): readonly Finding[] {
  if (!agencies.has(code)) return [];
  return [{ path: ['groups', code], part: 'key', message: `\`${code}\` is the code of an agency` }];
}

function signedByAll(
  code: string,
  charter: GroupCharter,
  { agreement }: ValidAgreement,
  around: Surroundings,
): readonly Finding[] {
  const places = [
    { agency: charter.coordinator, path: ['groups', code, 'coordinator'] },
    ...charter.members.map((agency, index) => ({ agency, path: ['groups', code, 'members', index] })),
  ];
  return places.flatMap(({ agency, path }): readonly Finding[] => {
    const unknown = knownAgency(agency, path, around);
    if (unknown.length > 0 || agreement.parties.includes(agency)) return unknown;
    return [{ path, message: `\`${agency}\` does not sign the charter of \`${code}\`: it is not among the parties` }];
  });
}
