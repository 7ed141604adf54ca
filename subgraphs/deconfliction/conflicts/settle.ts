import { tellings } from './meeting.ts';
import { notificationsOf } from './notifications.ts';
import { meetingIn, type ConflictRow, type SideRow } from './row.ts';
import { withTimeAnew } from './sides.ts';
import type { Occasion } from './tell-anew.ts';
import { reachedBy, statusBy } from './words.ts';
import type { ConflictChange, Happening } from './write.ts';

/**
 * A conflict where what one side says now brings it. An answer that is taken back opens it again, with time anew; what is
 * over stays resolved, whatever is said.
 * @param own the side with what it says
 * @param answered it is told to the others
 */
export function settled(
  row: ConflictRow,
  own: SideRow,
  answered: boolean,
  { inForce, now }: Pick<Occasion, 'inForce' | 'now'>,
): ConflictChange {
  const told = tellings(meetingIn(row), inForce);
  const said = row.sides.map((side) => (side.agency === own.agency ? own : side));
  const status = row.over_at ? row.status : statusBy({ sides: said }, told);
  const reopened = row.status === 'RESOLVED' && status !== 'RESOLVED';
  const resolved = row.status !== 'RESOLVED' && status === 'RESOLVED';
  const sides = reopened ? said.map((side) => withTimeAnew(side, told, now)) : said;
  const reached = reachedBy(row, told);
  const all = reached.map(({ agency }) => agency);
  const history: readonly Happening[] = [
    ...(reopened ? [{ event: 'REOPENED' as const, at: now, told: all }] : []),
    ...(resolved ? [{ event: 'RESOLVED' as const, at: now, told: all }] : []),
  ];
  const others = answered ? reached.filter(({ agency }) => agency !== own.agency) : [];
  return {
    row: { ...row, sides, status, overdue: reopened ? [] : row.overdue },
    tellings: told,
    history,
    notifications: notificationsOf('conflict-answered', { conflict: row, tellings: others, inForce, at: now }),
  };
}
