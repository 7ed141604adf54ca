import type { Purpose } from '../schema/purposes.ts';
import { purposes } from '../schema/purposes.ts';
import type { Graph } from '../policy/projection/graph.ts';
import { survey, type Survey, type SurveyedOperation } from '../policy/projection/survey.ts';
import type { ClauseId } from '../policy/clause-id.ts';
import type { Grant } from '../policy/grant.ts';
import type { Ruleset } from '../policy/ruleset.ts';
import type { BlindingKeys } from '../matching/blinding-keys.ts';
import { SeenLabels, type Answering } from './answering.ts';
import { FetchBlinding } from './blinding/fetch.ts';
import { visitSelectors, type AskedOperation } from './blinding/operation.ts';
import { sealer, type Seal } from './blinding/seal.ts';
import { decide } from './decide/decide.ts';
import { egress } from './egress/egress.ts';
import type { Fetch, Outgoing } from './egress/outgoing.ts';
import { GATEWAY_ERRORS, refuse } from './errors.ts';
import { explain, type Visibility } from './explain/explain.ts';
import type { Identified, Identify } from './identity/identify.ts';
import { ingress } from './ingress/ingress.ts';
import type { Notification } from '../platform/notifications/notification.ts';
import { disclosingOf, type Disclosing } from './obligations/disclosing.ts';
import { notificationsOf } from './obligations/notify.ts';
import { owedFor } from './obligations/owed.ts';
import type { Quotas } from './quota/quotas.ts';
import { searchesIn } from './quota/searches.ts';
import { spend } from './quota/spend.ts';
import { hasQuotas, usesOf } from './quota/uses.ts';
import { statePurpose } from './purpose/state.ts';
import { rememberBy } from './remember-by.ts';
import { visitAgencyTexts } from './texts/agency-texts.ts';
import { forTexts } from './texts/for-texts.ts';
import { FoundTexts } from './texts/found-texts.ts';
import { SoughtTexts } from './texts/sought-texts.ts';

/** An HTTP request's own words on who asks and what for. */
export interface Asking {
  readonly authorization: string | undefined;
  readonly purposeHeader: string | undefined;
  readonly purposeExtension: unknown;
}

/** The stages in their order. Each takes the values of the one before it. */
export interface Pipeline {
  /** identify, purpose, decide. @throws DeclaredError */
  admit(asking: Asking): Promise<Answering>;
  /** Refuses an operation that addresses others, or changes something, without a purpose. @throws DeclaredError */
  require(survey: Survey, answering: Answering): void;
  /**
   * Refuses an operation with a selector that cannot be brought into its normal form, or blinded, or with a text that
   * cannot be looked for.
   * @param weigh is told by how many keys its selectors and texts are looked for, and may refuse it
   * @returns how many texts it looks for
   * @throws DeclaredError
   */
  blind(asked: AskedOperation, answering: Answering, weigh: (keys: number) => void): number;
  /**
   * Counts the searches of an operation, before anything is asked, towards the quotas of the clauses that they are
   * answered under.
   * @returns the request without the clauses that are past theirs
   */
  spend(asked: SurveyedOperation, answering: Answering): Promise<Answering>;
  egress(fetch: Fetch, answering: Answering): Outgoing;
  ingress(
    call: Extract<Outgoing, { is: 'call' }>,
    data: Record<string, unknown> | null,
    answering: Answering,
  ): Record<string, unknown> | null;
  explain(survey: Survey, answering: Answering): Visibility;
  /** What originators must be told of the answer. */
  notify(survey: Survey, answering: Answering): readonly Notification[];
}

/** What the stages need of the world. */
export interface PipelineWorld {
  readonly graph: () => Graph;
  readonly identify: Identify;
  readonly rulesetAt: (now: Date) => Ruleset;
  readonly now: () => Date;
  readonly quotas: Quotas;
  /** By which selectors are blinded, at this moment. Absent: none, and nothing is searched by them. */
  readonly blindingKeys?: (() => BlindingKeys | undefined) | undefined;
  /** Is told of an error that must not leave. */
  readonly failed: (where: string, error: unknown) => void;
}

/** The pipeline from a request to its explanation. */
export function pipeline({ graph, identify, rulesetAt, now, quotas, blindingKeys, failed }: PipelineWorld): Pipeline {
  /** INVARIANT: of the operation and the grant alone, and kept with both. */
  const told = rememberBy((survey: Survey, grant: Grant) => {
    const disclosing = disclosingOf(survey, grant);
    const obligations = owedFor(disclosing, grant);
    return { disclosing, obligations, ...explain(survey, disclosing, grant, graph().agencies) };
  });
  const fetches = new FetchBlinding(graph().schema);
  return {
    async admit({ authorization, purposeHeader, purposeExtension }) {
      const at = now();
      const { viewer, voucher }: Identified = await identify(authorization, at);
      const purpose: Purpose | undefined = statePurpose(purposeHeader, purposeExtension, purposes);
      const decided = decide(viewer, purpose, rulesetAt(at), at);
      const seal = sealer(blindingKeys?.());
      return { ...decided, voucher, seal, seen: new SeenLabels(), texts: new FoundTexts(), spent: new Set() };
    },
    require({ originators, changes }, { viewer, purpose }) {
      if (purpose) return;
      if (changes) refuse(GATEWAY_ERRORS.PURPOSE_REQUIRED, 'the operation is a mutation, and no purpose is stated');
      const others = [...originators].filter((originator) => originator !== viewer.agency);
      if (others.length === 0) return;
      refuse(
        GATEWAY_ERRORS.PURPOSE_REQUIRED,
        `the operation addresses data of ${others.join(', ')}, and no purpose is stated`,
      );
    },
    blind: (asked, { seal }, weigh) => requireBlindable(asked, seal, weigh, graph()),
    async spend(asked, answering) {
      const { viewer, purpose, ruleset, grant, at } = answering;
      if (!hasQuotas(ruleset)) return answering;
      const clauses = clausesOf(asked, graph(), grant);
      const uses = usesOf(clauses, grant, { agency: viewer.agency, search: purpose?.search });
      const spent = await spend(uses, at, { quotas, failed: (error) => failed('the quotas', error) });
      return spent.size === 0
        ? answering
        : { ...answering, spent, grant: ruleset.grant(grant.recipient, purpose, spent) };
    },
    egress(fetch, { grant, ruleset, purpose, seen, seal, texts }) {
      const grantOf = (agency: string) => ruleset.grant({ agency, role: 'subgraph' }, purpose);
      const labels = (typename: string, id: unknown) => seen.of(typename, id);
      const outgoing = egress(fetch, { graph: graph(), grant, grantOf, labels });
      const isToHub = outgoing.is === 'call' && outgoing.reading.is === 'hub';
      const write = forTexts((kind, text) => texts.written(kind, text), seal);
      return isToHub ? { ...outgoing, ...fetches.blinded(outgoing, write) } : outgoing;
    },
    ingress({ reading }, data, { grant, seen }) {
      return ingress(reading, data, grant, (typename, id, labels) => seen.note(typename, id, labels));
    },
    explain(survey, { grant, purpose = null, spent }) {
      const { disclosed, withheld, obligations } = told(survey, grant);
      const used = spent.size > 0 ? { spent: [...spent].sort() } : {};
      return { ruleset: grant.ruleset, purpose, disclosed, withheld, obligations, ...used };
    },
    notify: (survey, answering) => notificationsOf(told(survey, answering.grant).disclosing, answering),
  };
}

/** @returns how many texts there are */
function requireBlindable(
  asked: AskedOperation,
  seal: Seal,
  weigh: (keys: number) => void,
  { schema, agencies }: Graph,
): number {
  const texts = new SoughtTexts();
  const take = (text: unknown, at: string) => texts.require(text, at);
  const visit = forTexts<unknown>((_kind, text, at) => take(text, at), seal);
  visitSelectors(asked, schema, visit, { keysOfText: keysOfText(agencies), weigh });
  visitAgencyTexts(asked, schema, take);
  return texts.count;
}

/** The least that a text counts for, in keys. */
const LEAST_OF_A_TEXT = 10;

/** A text is looked for by every agency that searches its own: as if it were a key at each. */
function keysOfText(agencies: Graph['agencies']): number {
  return Math.max(LEAST_OF_A_TEXT, agencies.filter(({ textSearch }) => textSearch).length);
}

/** The clauses that each search of an operation is answered under. */
function clausesOf(asked: SurveyedOperation, graph: Graph, grant: Grant): readonly (readonly ClauseId[])[] {
  const known = new Map<SurveyedOperation, readonly ClauseId[]>();
  return searchesIn(asked).map((search) => {
    const clauses = known.get(search) ?? clausesIn(disclosingOf(survey(search, graph), grant));
    known.set(search, clauses);
    return clauses;
  });
}

function clausesIn(disclosing: readonly Disclosing[]): readonly ClauseId[] {
  return disclosing.flatMap(({ clauses }) => [...clauses.keys()]);
}
