import type { DeconflictionDuty } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import { dutiesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** Both sides of a duty of de-confliction sign it, and there is somebody to tell. */
export const deconfliction: Rule = ({ agreement }, around) =>
  dutiesOf(agreement).flatMap(({ duty, path }) => [
    ...otherSide(duty, agreement.parties, path, around),
    ...coordinator(duty, path, around),
  ]);

/** What is matched is of both sides, so the other side is bound too. */
function otherSide(
  { to }: DeconflictionDuty,
  parties: readonly string[],
  path: Path,
  { agencies }: Surroundings,
): readonly Finding[] {
  return to.flatMap((code, index) =>
    !agencies.has(code) || parties.includes(code)
      ? []
      : [{ path: [...path, 'to', index], message: `\`${code}\` does not sign this: it is not among the parties` }],
  );
}

function coordinator({ from, to, tells }: DeconflictionDuty, path: Path, { groups }: Surroundings): readonly Finding[] {
  if (tells !== 'coordinator' || [...from, ...to].some((code) => groups.has(code))) return [];
  const message = 'only a group has a coordinator, and neither `from` nor `to` names one';
  return [{ path: [...path, 'tells'], message }];
}
