import { STAGES, selfAndWider, type Purpose, type Purposes } from '../../schema/purposes.ts';
import { clears, type ViewerTerms } from '../../schema/viewers.ts';
import type { Obligations, PurposeScope, ViewerScope } from '../agreement.ts';
import type { Recipient } from '../recipient.ts';
import type { Rule } from '../rule.ts';

/** One thing for want of which a clause does not speak to a viewer and purpose. */
export interface Gap {
  /** What the clause asks for: `only for the use prosecution`. */
  readonly only: string;
  /** What would have to be otherwise: `state the use \`prosecution\``. */
  readonly change: string;
}

/** The words that viewers and purposes are made of. */
export interface GapWords {
  readonly purposes: Purposes;
  readonly viewers: ViewerTerms;
}

/** What a clause asks of viewer and purpose, as far as it is not fulfilled. None: it speaks to them. */
export function gapsOf(rule: Rule, recipient: Recipient, purpose: Purpose, words: GapWords): readonly Gap[] {
  return [
    ...purposeGaps(rule.purpose, purpose, words.purposes),
    ...searchGaps([rule.purpose.searches, searchesOf(rule.obligations)], purpose),
    ...stageGaps(rule.purpose, purpose),
    ...viewerGaps(rule.viewer, recipient, words.viewers),
  ];
}

function purposeGaps({ areas, uses }: PurposeScope, purpose: Purpose, terms: Purposes): readonly Gap[] {
  return [
    ...unless(!areas || covers(areas, selfAndWider(terms.areas, purpose.area)), () => ({
      only: `only for ${list(areas)}`,
      change: `state the crime area ${quoted(areas)}`,
    })),
    ...unless(!uses || covers(uses, selfAndWider(terms.uses, purpose.use)), () => ({
      only: `only for the use ${list(uses)}`,
      change: `state the use ${quoted(uses)}`,
    })),
  ];
}

function searchGaps(asked: readonly (readonly string[] | undefined)[], purpose: Purpose): readonly Gap[] {
  return asked.flatMap((searches) =>
    unless(!searches || covers(searches, [purpose.search ?? '']), () => ({
      only: `only for searches of the kind ${list(searches)}`,
      change: `state the search ${quoted(searches)}`,
    })),
  );
}

/** A clause whose every quota is for a kind of search speaks to those kinds alone. */
function searchesOf(obligations: Obligations | undefined): readonly string[] | undefined {
  const quotas = obligations?.quotas;
  if (!quotas || quotas.some(({ search }) => !search)) return undefined;
  return quotas.flatMap(({ search }) => search ?? []);
}

function stageGaps({ stage, minPenaltyMonths }: PurposeScope, purpose: Purpose): readonly Gap[] {
  const reached = STAGES.indexOf(purpose.stage ?? 'hit');
  const months = purpose.offence?.maxPenaltyMonths ?? 0;
  return [
    ...unless(!stage || reached >= STAGES.indexOf(stage), () => ({
      only: `only from the stage ${stage} on`,
      change: `state the stage \`${stage}\``,
    })),
    ...unless(minPenaltyMonths === undefined || months >= minPenaltyMonths, () => ({
      only: `only for offences of ${minPenaltyMonths} months or more`,
      change: `state an offence that may be punished with at least ${minPenaltyMonths} months`,
    })),
  ];
}

function viewerGaps(scope: ViewerScope, recipient: Recipient, terms: ViewerTerms): readonly Gap[] {
  const { roles, trainings = [], clearance, officers, contactPoint } = scope;
  const held = new Set(recipient.trainings);
  const lacking = trainings.filter((training) => !held.has(training));
  const officer = recipient.sub === undefined ? '' : `${recipient.agency}:${recipient.sub}`;
  return [
    ...unless(!roles || roles.includes(recipient.role), () => aViewer('in the role', roles)),
    ...lacking.map((training) => aViewer('with the training', [training])),
    ...unless(clearance === undefined || clears(recipient.clearance, clearance, terms), () =>
      aViewer('with the clearance', [clearance!], ' or a higher one'),
    ),
    ...unless(!officers || officers.includes(officer), () => aViewer('who is', officers)),
    ...unless(!contactPoint || recipient.contactPoint === true, () => aViewer("who is the agency's contact point")),
  ];
}

function aViewer(relation: string, codes?: readonly string[], more = ''): Gap {
  return {
    only: `only for viewers ${relation.replace('who is', 'who are')}${codes ? ` ${list(codes)}` : ''}${more}`,
    change: `a viewer ${relation}${codes ? ` ${quoted(codes)}` : ''}${more}`,
  };
}

function unless(fulfilled: boolean, gap: () => Gap): readonly Gap[] {
  return fulfilled ? [] : [gap()];
}

function covers(wanted: readonly string[], stated: readonly string[]): boolean {
  return stated.some((code) => wanted.includes(code));
}

function list(codes: readonly string[] | undefined): string {
  return (codes ?? []).join(' or ');
}

function quoted(codes: readonly string[] | undefined): string {
  return (codes ?? []).map((code) => `\`${code}\``).join(' or ');
}
