import { inReadingOrder, type Mistake } from './mistake.ts';
import type { BrokenAgreement, ValidAgreement } from './read-agreement.ts';
import { accessionDays } from './references/accession-days.ts';
import { accessions } from './references/accessions.ts';
import { amendedClauses } from './references/amended-clauses.ts';
import { conditions } from './references/conditions.ts';
import { coordinates } from './references/coordinates.ts';
import { contradictions } from './references/contradictions.ts';
import { dates } from './references/dates.ts';
import { deconfliction } from './references/deconfliction.ts';
import { effects } from './references/effects.ts';
import { foundedOnce, groups } from './references/groups.ts';
import { agreementIds, clauseIds } from './references/ids.ts';
import { lineage } from './references/lineage.ts';
import { obligations } from './references/obligations.ts';
import { officers } from './references/officers.ts';
import { override } from './references/override.ts';
import { parties } from './references/parties.ts';
import { reach } from './references/reach.ts';
import { recipients } from './references/recipients.ts';
import { reserves } from './references/reserves.ts';
import type { Finding, Founding, Rule, Surroundings } from './references/rule.ts';
import { treatments } from './references/treatments.ts';
import { viewers } from './references/viewers.ts';
import { vocabulary } from './references/vocabulary.ts';
import type { World } from './world.ts';

/** Each word by itself is one that is known. */
const WORDS: readonly Rule[] = [parties, vocabulary, viewers, coordinates, conditions];

/** What a document says can be told, and those sign it whom it binds. */
const MEANING: readonly Rule[] = [
  ...WORDS,
  dates,
  clauseIds,
  groups,
  accessions,
  reach,
  treatments,
  override,
  deconfliction,
];

/** No other document claims to be what it is. */
const ONE_OF_ITS_KIND: readonly Rule[] = [agreementIds, foundedOnce];

/** What it says makes sense, by itself and beside the others. */
const SENSE: readonly Rule[] = [
  lineage,
  amendedClauses,
  accessionDays,
  reserves,
  recipients,
  officers,
  contradictions,
  effects,
  obligations,
];

/**
 * When a document is checked: while it is written, everything is told. Once it is signed, only what keeps its meaning
 * from being told; and by itself, whether another signed one disputes it.
 * INVARIANT: otherwise what others sign or leave out, or a stricter check, would take a signed document out of force, and
 * what it withholds with it.
 */
export type Occasion = 'writing' | 'signed' | 'disputed';

const RULES: Readonly<Record<Occasion, readonly Rule[]>> = {
  writing: [...MEANING, ...ONE_OF_ITS_KIND, ...SENSE],
  signed: MEANING,
  disputed: ONE_OF_ITS_KIND,
};

/**
 * Checks what documents refer to, in each other and in the world. A mistake stands in the file that it was made in,
 * so that the documents without any can be used.
 */
export function checkReferences(
  documents: readonly ValidAgreement[],
  world: World,
  occasion: Occasion,
): readonly Mistake[] {
  const around = surroundings(documents, world);
  return inReadingOrder(documents.flatMap((document) => check(document, RULES[occasion], around)));
}

/** Checks what can be read of a document that is no agreement. The others do not see it. */
export function checkSalvaged(
  { salvaged }: BrokenAgreement,
  documents: readonly ValidAgreement[],
  world: World,
): readonly Mistake[] {
  const { words, clauses } = salvaged ?? {};
  const within = (document: ValidAgreement) => surroundings([...documents, document], world);
  return [
    ...(words ? check(words, WORDS, within(words)) : []),
    ...(clauses ? check(clauses, RULES.writing, within(clauses)) : []),
  ];
}

function surroundings(documents: readonly ValidAgreement[], world: World): Surroundings {
  const groups = foundings(documents);
  return {
    ...world,
    documents,
    agreements: new Map([...documents].reverse().map(({ agreement }) => [agreement.id, agreement])),
    agencies: new Set(world.parties.agencies.map((agency) => agency.code)),
    groups,
    members: membersOf(groups, documents),
  };
}

function membersOf(groups: Surroundings['groups'], documents: readonly ValidAgreement[]): Surroundings['members'] {
  const members = new Map([...groups].map(([code, founded]) => [code, new Set(founded.flatMap((one) => one.members))]));
  for (const { agreement } of documents)
    for (const { party, to } of agreement.accessions ?? []) members.get(to)?.add(party);
  return members;
}

function check(document: ValidAgreement, rules: readonly Rule[], around: Surroundings): readonly Mistake[] {
  return rules.flatMap((rule) => rule(document, around)).map((finding) => at(document, finding));
}

function at(document: ValidAgreement, { path, part = 'value', message, hint }: Finding): Mistake {
  return { file: document.file, ...document.at[part](path), message, ...(hint ? { hint } : {}) };
}

function foundings(documents: readonly ValidAgreement[]): ReadonlyMap<string, readonly Founding[]> {
  const groups = new Map<string, Founding[]>();
  for (const document of documents) {
    for (const [code, { coordinator, members }] of Object.entries(document.agreement.groups ?? {})) {
      groups.set(code, [...(groups.get(code) ?? []), { document, coordinator, members }]);
    }
  }
  return groups;
}
