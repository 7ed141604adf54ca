import { digestOfDuties } from './duties-digest.ts';
import type { Reading } from './list.ts';
import { SELECT_CONFLICTS, type ConflictRow } from './row.ts';
import { seenBy, type SeenConflict } from './seen.ts';

/** At once, of each declaration. */
const MOST = 100;

interface Listed extends ConflictRow {
  readonly declaration: string;
  readonly arrived: string;
}

/** Reads on in the conflicts that declarations are in, until enough is known of each. */
interface Looking {
  /** Those alone that may keep a declaration from going on. */
  readonly pendingOnly: boolean;
  /** @returns whether enough is known of the declaration */
  readonly look: (declaration: string, seen: readonly SeenConflict[]) => boolean;
}

/**
 * The conflicts that these declarations of the agency are in, by declaration, as far as it may see them, those first of
 * which it was told last: a hundred of each at most.
 */
export async function conflictsIn(
  reading: Reading,
  declarations: readonly string[],
): Promise<ReadonlyMap<string, readonly SeenConflict[]>> {
  const found = new Map<string, readonly SeenConflict[]>();
  await lookThrough(reading, declarations, {
    pendingOnly: false,
    look: (id, seen) => {
      const all = [...(found.get(id) ?? []), ...seen].slice(0, MOST);
      found.set(id, all);
      return all.length === MOST;
    },
  });
  return found;
}

/** Of these declarations of the agency, those that wait, or have stood down. The first conflict is enough. */
export async function heldUp(reading: Reading, declarations: readonly string[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  const look = (id: string, seen: readonly SeenConflict[]) => {
    const isHeld = seen.some(({ waits, stoodDown }) => waits || stoodDown);
    if (isHeld) held.add(id);
    return isHeld;
  };
  await lookThrough(reading, declarations, { pendingOnly: true, look });
  return held;
}

async function lookThrough(
  reading: Reading,
  declarations: readonly string[],
  { pendingOnly, look }: Looking,
): Promise<void> {
  const { database, agency, inForce } = reading;
  const duties = digestOfDuties(inForce.duties);
  let open = new Map<string, string | null>(declarations.map((id) => [id, null]));
  while (open.size > 0) {
    const asked = [agency, [...open.keys()], [...open.values()], MOST, pendingOnly, duties];
    const { rows } = await database.query<Listed>(PAGES_OF_DECLARATIONS, asked);
    const next = new Map<string, string | null>();
    for (const id of open.keys()) {
      const page = rows.filter(({ declaration }) => declaration === id);
      const isEnough = look(
        id,
        page.flatMap((row) => seenBy(reading, row) ?? []),
      );
      if (!isEnough && page.length === MOST) next.set(id, page.at(-1)!.arrived);
    }
    open = next;
  }
}

/** What is resolved under the duties that stand, keeps nobody; unless who stood down, or let the other one go first. */
export const PAGES_OF_DECLARATIONS = `
  SELECT listed.*, mine.declaration, mine.arrived
  FROM unnest($2::uuid[], $3::bigint[]) AS asked (declaration, place)
  CROSS JOIN LATERAL (
    SELECT side.conflict, side.declaration, side.arrived FROM side JOIN conflict ON conflict.id = side.conflict
    WHERE side.declaration = asked.declaration AND side.agency = $1 AND (place IS NULL OR side.arrived < place)
      AND (NOT $5::boolean OR (over_at IS NULL AND (status <> 'RESOLVED' OR outcome = 'STOOD_DOWN' OR first <> role OR told_by <> $6)))
    ORDER BY side.arrived DESC LIMIT $4
  ) AS mine
  CROSS JOIN LATERAL (${SELECT_CONFLICTS} WHERE conflict.id = mine.conflict) AS listed
  ORDER BY mine.arrived DESC`;
