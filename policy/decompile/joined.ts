import type { Agreement } from '../agreement.ts';
import { uniqueBy } from './sorted.ts';
import { wayKey, type Way } from './reach.ts';

const MOST_GROUPS = 16;

interface Joined {
  readonly code: string;
  readonly agency: string;
  readonly since: string;
  readonly backDated: boolean;
}

/** Members whose day of joining counts, each as a group of its own. */
export interface JoinedMembers {
  /** The code by which a clause means an agency in this way. */
  readonly codeOf: (way: Way) => string;
  /** The documents that found the groups. */
  readonly documents: readonly Agreement[];
}

/** Gives a code to every way in which clauses mean those who joined on a day. */
export function joinedMembers(ways: readonly Way[]): JoinedMembers {
  const joined = uniqueBy(ways, wayKey).flatMap(({ agency, since, backDated = false }) =>
    since === undefined ? [] : [{ agency, since, backDated }],
  );
  const numbered = joined.map((way, index): Joined => ({ ...way, code: `JOINED-${index + 1}` }));
  const codes = new Map(numbered.map((way) => [wayKey(way), way.code]));
  const pages = Array.from({ length: Math.ceil(numbered.length / MOST_GROUPS) }, (_, page) =>
    numbered.slice(page * MOST_GROUPS, (page + 1) * MOST_GROUPS),
  );
  return {
    codeOf: (way) => codes.get(wayKey(way)) ?? way.agency,
    documents: pages.map((page, index) => foundingDocument(page, index + 1)),
  };
}

/**
 * INVARIANT: the agency only joins. What is withheld from it, is in every way in which it ever belonged, and a founder is
 * named without a day: a charter needs one, so the group's own code, which is nobody's, stands for it.
 */
function foundingDocument(members: readonly Joined[], page: number): Agreement {
  const first = members.map(({ since }) => since).sort()[0]!;
  const agencies = new Set(members.map(({ agency }) => agency));
  return {
    concordat: 1,
    id: `normal-form-joined-${page}`,
    title: 'Members whose day of joining counts',
    signed: first,
    effective: first,
    parties: [...[...agencies].sort(), ...members.map(({ code }) => code)],
    groups: Object.fromEntries(members.map((member) => [member.code, charterOf(member)])),
    accessions: members.map(({ agency, code, since, backDated }) => ({
      party: agency,
      to: code,
      from: since,
      ...(backDated && { backDated }),
    })),
    clauses: [{ id: '1', text: 'Clauses name these groups where the day counts on which their member joined.' }],
  };
}

function charterOf({ code, agency, since }: Joined) {
  return { name: `${agency}, since ${since}`, coordinator: agency, members: [code] };
}
