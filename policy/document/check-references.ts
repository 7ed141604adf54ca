import { inReadingOrder, type Mistake } from './mistake.ts';
import type { ValidAgreement } from './read-agreement.ts';
import { accessions } from './references/accessions.ts';
import { conditions } from './references/conditions.ts';
import { coordinates } from './references/coordinates.ts';
import { dates } from './references/dates.ts';
import { groups } from './references/groups.ts';
import { agreementIds, clauseIds } from './references/ids.ts';
import { parties } from './references/parties.ts';
import { reach } from './references/reach.ts';
import type { Finding, Founding, Rule, Surroundings } from './references/rule.ts';
import { treatments } from './references/treatments.ts';
import { vocabulary } from './references/vocabulary.ts';
import type { World } from './world.ts';

const RULES: readonly Rule[] = [
  dates,
  agreementIds,
  clauseIds,
  parties,
  groups,
  accessions,
  reach,
  vocabulary,
  coordinates,
  treatments,
  conditions,
];

/**
 * Checks what documents refer to, in each other and in the world. A mistake stands in the file that it was made in,
 * so that the documents without any can be used.
 */
export function checkReferences(documents: readonly ValidAgreement[], world: World): readonly Mistake[] {
  const around: Surroundings = {
    ...world,
    documents,
    agencies: new Set(world.parties.agencies.map((agency) => agency.code)),
    groups: foundings(documents),
  };
  return inReadingOrder(
    documents.flatMap((document) =>
      RULES.flatMap((rule) => rule(document, around)).map((finding) => at(document, finding)),
    ),
  );
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
