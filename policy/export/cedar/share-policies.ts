import type { Treatment } from '../../../schema/contract.ts';
import type { Share } from '../../agreement.ts';
import type { Consent } from '../../notice.ts';
import { TRUE, all, any, isIn, not, texts, type Expression } from './expression.ts';
import type { Exported } from './exported.ts';
import { consented, isNamed, selfOrAround } from './marks.ts';
import type { Members, Way } from './members.ts';
import type { Policy } from './policy.ts';
import { purposeCovered, searchCounted, usedFor } from './purpose.ts';
import { alike, between, sharingPairs, type Pair } from './reach.ts';
import { objectsOf } from './rows.ts';
import type { StandingClause } from './standing.ts';
import { viewerFulfils } from './viewer.ts';
import { whereHolds } from './where.ts';

/** What may be asked of a cell: who may see it in full may see it generalised, and so on. */
const ACTIONS: Readonly<Record<Treatment, readonly string[]>> = {
  full: ['show-full', 'show-generalised', 'show-masked', 'find'],
  generalised: ['show-generalised', 'show-masked'],
  masked: ['show-masked'],
};

/** The policies of a clause that shares: one for each treatment, and for each way in which its pairs differ. */
export function sharePolicies(standing: StandingClause, members: Members, exported: Exported): readonly Policy[] {
  const share = standing.clause.share!;
  const pairs = sharingPairs(standing, share, members);
  return parts(share).flatMap((part) =>
    alike(pairs, (pair) =>
      part.anyRow ? waitedFor(share, pair, standing, exported) : rowsFor(pair, standing, exported),
    ).map(({ of, rows }) => ({
      id: `${standing.agreement.id}#${standing.clause.id}`,
      text: standing.clause.text,
      effect: 'permit' as const,
      actions: part.actions,
      when: [
        between(of),
        part.fields,
        purposeCovered(share.for),
        searchCounted(share.obligations?.quotas),
        viewerFulfils(share.viewer, exported.viewers),
        evidenceOf(share, consentsUnder(standing, exported)),
        rows,
      ],
      overrides: share.override ?? false,
    })),
  );
}

interface Part {
  readonly actions: readonly string[];
  readonly fields: Expression;
  readonly anyRow?: boolean;
}

/** What the clause opens, and for which actions. A silent one opens nothing to the searcher. */
function parts(share: Share): readonly Part[] {
  const fields = fieldsNamed(share);
  if (share.disclosure === 'SILENT') return [];
  if (share.disclosure === 'EXISTS') return [{ actions: ['find'], fields }];
  if (share.disclosure === 'CONTACT') {
    const contacts = { actions: ACTIONS.full, fields: CONTACT, anyRow: true };
    return [{ actions: ['find'], fields }, contacts];
  }
  const treated = Object.entries(share.treatments ?? {}).filter(([, treatment]) => treatment !== 'full');
  const inFull = all([fields, not(any(treated.map(([coordinate]) => isIn('resource.field', 'Field', [coordinate]))))]);
  const others = (['generalised', 'masked'] as const).map((treatment) => {
    const names = treated.filter(([, how]) => how === treatment).map(([coordinate]) => coordinate);
    return { actions: ACTIONS[treatment], fields: all([fields, isIn('resource.field', 'Field', names)]) };
  });
  return [{ actions: ACTIONS.full, fields: inFull }, ...others].filter((part) => part.fields !== 'false');
}

/** The fields that a clause names. */
export function fieldsNamed({
  categories = [],
  coordinates = [],
}: Pick<Share, 'categories' | 'coordinates'>): Expression {
  return any([isIn('resource.field', 'Category', categories), isIn('resource.field', 'Field', coordinates)]);
}

function rowsFor(pair: Pair, standing: StandingClause, exported: Exported): Expression {
  const share = standing.clause.share!;
  const ways = pair.recipientWays.map((way) =>
    all([sinceJoining(way), whereHolds(share.where, exported.between(pair, way, standing.agreement)).isTrue]),
  );
  return all([
    objectsOf(share, exported.labels).isTrue,
    any(pair.originatorWays.map(sinceJoining)),
    any(ways),
    waitedFor(share, pair, standing, exported),
  ]);
}

/** Of what was recorded, or opened, before it joined, clauses do not speak, unless it joined with effect for the past. */
function sinceJoining({ onlySince }: Way): Expression {
  if (!onlySince) return TRUE;
  const since = (type: string, label: string) =>
    all([
      `resource has ${type}`,
      `resource.${type} has ${label}`,
      `resource.${type}.${label} has day`,
      `resource.${type}.${label}.day >= datetime("${onlySince}")`,
    ]);
  return any([CONTACT, since('record', 'recordedOn'), since('case', 'openedOn')]);
}

/** What a clause waits for: a match by the viewer's staff, a release or a consent by the originator. */
function waitedFor(share: Share, pair: Pair, standing: StandingClause, exported: Exported): Expression {
  const { stage, released } = share.for ?? {};
  const matched = stage === 'match' || stage === 'core-data';
  return all([
    matched ? all([NO_CONTACT, ...MATCHES, selfOrAround(isMatched)]) : TRUE,
    stage === 'follow-up' || released ? isReleased(pair, standing, exported) : TRUE,
    share.consent ? all([NO_CONTACT, consented(consentsUnder(standing, exported))]) : TRUE,
  ]);
}

/** Notices of consent under the clause's own agreement: one under another says nothing of what this one discloses. */
function consentsUnder({ agreement: { id } }: StandingClause, { consents }: Exported): readonly Consent[] {
  return consents.filter(({ agreement }) => agreement === id);
}

function isReleased(pair: Pair, standing: StandingClause, exported: Exported): Expression {
  const releases = exported.releases.filter(
    ({ agreement, party, to }) =>
      agreement === standing.agreement.id && party === pair.originator && to.includes(pair.recipient),
  );
  return all([
    NO_CONTACT,
    any(
      releases.map(({ request, references }) =>
        all([
          'context has purpose',
          'context.purpose has request',
          `${texts([request])}.contains(context.purpose.request)`,
          isNamed(references),
        ]),
      ),
    ),
  ]);
}

const CONTACT = 'resource.family == "LiaisonContact"';
/** No match, no release and no consent names a contact. */
const NO_CONTACT = 'resource.family != "LiaisonContact"';
const MATCHES = ['context has purpose', 'context.purpose has matches'];

function isMatched(type: string): Expression {
  return all([
    `resource has ${type}`,
    `resource.${type} has reference`,
    `context.purpose.matches.containsAny(resource.${type}.reference)`,
  ]);
}

/** Not as evidence, unless the originator has consented to that. */
function evidenceOf({ obligations }: Share, consents: readonly Consent[]): Expression {
  if (obligations?.evidence !== 'with-consent') return TRUE;
  return any([not(usedFor('evidence')), all([NO_CONTACT, consented(consents)])]);
}
