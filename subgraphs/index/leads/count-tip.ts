import { refuse } from '../errors.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { IndexRequest } from '../request.ts';
import { sql } from '../../kit/sql/fragments.ts';
import { LEAD_ERRORS } from './errors.ts';

/** How many tips an agency may enter for one other on a day (UTC), and how many of them one officer. */
export const MOST_TIPS = { agency: 200, officer: 50 } as const;

/** What counts for a whole agency stands under this name, which no officer has. */
const ALL = '';

/**
 * Counts a tip, in the transaction that takes it in.
 * INVARIANT: a count is raised only where it stays within what is allowed, under the row's own lock: tips that come at the
 * same time never pass it together. The agency's is raised first, so that no two wait for each other.
 * @throws DeclaredError `TOO_MANY_TIPS`
 */
export async function countTip(
  transaction: Prisma.TransactionClient,
  { caller, now }: IndexRequest,
  to: string,
): Promise<void> {
  const { agency, sub } = caller.viewer;
  const day = now.toISOString().slice(0, 'YYYY-MM-DD'.length);
  const isWithin = async (officer: string, most: number) =>
    (await transaction.$executeRaw(sql`
      INSERT INTO tips_entered AS counted (day, agency, recipient, officer, entered)
      VALUES (${day}::date, ${agency}, ${to}, ${officer}, 1)
      ON CONFLICT (day, agency, recipient, officer) DO UPDATE SET entered = counted.entered + 1
      WHERE counted.entered < ${most}::int`)) === 1;
  if (!(await isWithin(ALL, MOST_TIPS.agency)))
    refuse(LEAD_ERRORS.TOO_MANY_TIPS, `your agency has entered ${MOST_TIPS.agency} for that one today`);
  if (!(await isWithin(sub, MOST_TIPS.officer)))
    refuse(LEAD_ERRORS.TOO_MANY_TIPS, `you have entered ${MOST_TIPS.officer} for that agency today`);
}
