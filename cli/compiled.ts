import type { AgreementAt } from '../policy/lifecycle.ts';
import type { Rule } from '../policy/rule.ts';
import type { Ruleset } from '../policy/ruleset.ts';
import { ENTITY_TYPES } from '../schema/contract.ts';
import type { Source } from './source.ts';
import { standingInWords } from './standing.ts';

/** A ruleset at an instant, as plain JSON. */
export interface CompiledRuleset {
  readonly digest: string;
  readonly at: string;
  /** The instant from which it is another ruleset; null: none is known. */
  readonly until: string | null;
  readonly asIfSigned: boolean;
  readonly inForce: readonly AgreementLine[];
  readonly notInForce: readonly AgreementLine[];
  /** Documents that disclose nothing. */
  readonly leftOut: Source['leftOut'];
  readonly groups: Readonly<Record<string, readonly GroupMember[]>>;
  readonly rules: readonly CompiledRule[];
}

/** An agreement, and where it stands. */
export interface AgreementLine {
  readonly id: string;
  readonly title: string;
  readonly status: AgreementAt['status'];
  readonly standing: string;
  /** What its parties sign. */
  readonly digest: string;
}

interface GroupMember {
  readonly agency: string;
  readonly participation: string;
  /** First day of a member that joined later. */
  readonly since: string | null;
}

type CompiledRule = Readonly<Record<string, unknown>> & Pick<Rule, 'id' | 'effect'>;

/** Writes a ruleset out as plain JSON: the same ruleset gives the same text. */
export function compiledOf(ruleset: Ruleset, source: Source): CompiledRuleset {
  const lines = [...ruleset.standing.values()].map((agreement) => lineOf(agreement, ruleset));
  return {
    digest: ruleset.digest,
    at: source.at.toISOString(),
    until: Number.isFinite(ruleset.until) ? new Date(ruleset.until).toISOString() : null,
    asIfSigned: source.asIfSigned,
    inForce: lines.filter(({ status }) => status === 'in-force'),
    notInForce: lines.filter(({ status }) => status !== 'in-force'),
    leftOut: source.leftOut,
    groups: groupsOf(ruleset),
    rules: ruleset.rules.map(ruleOf),
  };
}

function lineOf(agreement: AgreementAt, { standing }: Ruleset): AgreementLine {
  const { id, title } = agreement.agreement;
  const { status, digest } = agreement;
  return { id, title, status, standing: standingInWords(agreement, standing), digest };
}

function groupsOf({ groups }: Ruleset): CompiledRuleset['groups'] {
  return Object.fromEntries(
    [...groups].map(([code, members]) => [
      code,
      [...members].flatMap(([agency, memberships]) =>
        memberships.map(({ participation, since }) => ({ agency, participation, since: since ?? null })),
      ),
    ]),
  );
}

/** The rows of a rule between agencies that nothing else is known of: what differs from pair to pair stays unknown. */
function ruleOf(rule: Rule): CompiledRule {
  const { rows, from, to, coordinates, participants, ...rest } = rule;
  const pair = { originatorCountry: undefined, recipientCountry: undefined, accession: rule.effective };
  return {
    ...rest,
    from: [...from.keys()],
    to: [...to.keys()],
    participants: participants ? [...participants] : null,
    coordinates: coordinates ? [...coordinates] : null,
    rows: Object.fromEntries(ENTITY_TYPES.map((family) => [family, rows(family, pair)])),
  };
}
