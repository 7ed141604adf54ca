import { standingOfText, type AgreementAt } from '../../../policy/lifecycle.ts';
import type { Ruleset } from '../../../policy/ruleset.ts';
import { betweenOf } from '../between.ts';
import { relationsOf, replacementsOf } from '../lineage.ts';
import { documentsFor } from '../readers.ts';
import type { RegistryRequest } from '../request.ts';
import type { ReadDocument } from '../shelf.ts';
import { signaturesOf } from '../signatures.ts';
import { standingOf, type Standing } from '../status.ts';
import type { Withdrawal as Withdrawn } from '../withdrawals.ts';
import type { Agreement } from './agreement.ts';
import { clauseOf, type Clause } from './clause.ts';
import { accessionsIn, foundedBy } from './membership.ts';
import type { Relation } from './relation.ts';
import { withdrawalOf } from './withdrawal.ts';

/** What an agreement is told with. INVARIANT: `documents` are those of the viewer's own agency, and no others. */
interface Telling {
  readonly registry: RegistryRequest;
  readonly ruleset: Ruleset;
  readonly documents: readonly ReadDocument[];
}

/**
 * The agreements to which the viewer's agency is a party, as the registry tells of them.
 * @param id of the only one that is asked for
 */
export function agreementsFor(registry: RegistryRequest, id?: string): readonly Agreement[] {
  const { caller, shelf, now } = registry;
  const documents = documentsFor(caller.viewer.agency, shelf, now);
  const telling = { registry, ruleset: shelf.at(now), documents };
  const asked = documents.filter(({ agreement }) => id === undefined || agreement.id === id);
  return asked.map((document) => agreementOf(document, telling));
}

function agreementOf(document: ReadDocument, telling: Telling): Agreement {
  const { agreement, report } = document;
  const { id, title, source = null, signed, effective, until = null, parties, noticeDays = 0 } = agreement;
  const standing = standingIn(telling, document);
  const { status, reason, supersededBy } = standing;
  return {
    ...{ id, title, source, signed, effective, until, parties, noticeDays, status, statusReason: reason, supersededBy },
    notFor: told(
      standing.standing.filter((withdrawal) => !withdrawal.clauses),
      telling,
    ),
    announced: told(standing.announced, telling),
    digest: report.verification?.digest ?? null,
    signatures: signaturesOf(document, telling.registry.shelf.opened),
    groups: foundedBy(agreement),
    accessions: accessionsIn(agreement),
    get lineage() {
      return lineageOf(document, telling);
    },
    clauses: clausesOf(document, standing, telling),
  };
}

function clausesOf({ agreement, report }: ReadDocument, { standing }: Standing, telling: Telling): readonly Clause[] {
  const { registry, ruleset } = telling;
  const digest = report.verification?.digest;
  const text: AgreementAt | undefined =
    report.status === 'signed' ? standingOfText(ruleset.standing, { id: agreement.id, digest }) : undefined;
  return agreement.clauses.map((clause) =>
    clauseOf(clause, {
      agreement: agreement.id,
      between: () => betweenOf(clause.id, text, ruleset, registry.agencies),
      replacedBy: replacementsOf(clause.id, agreement, ruleset),
      notFor: told(
        standing.filter((withdrawal) => withdrawal.clauses?.includes(clause.id)),
        telling,
      ),
    }),
  );
}

/** Others are named by their ids, as the texts name them; the rest of them is for their own parties. */
function lineageOf({ agreement }: ReadDocument, telling: Telling): readonly Relation[] {
  const { documents } = telling;
  const others = documents.map((document) => document.agreement);
  return relationsOf(agreement, others).map((relation) => {
    const other = documents.find((document) => document.agreement.id === relation.agreement);
    const status = other ? standingIn(telling, other).status : null;
    return { ...relation, title: other?.agreement.title ?? null, status };
  });
}

function standingIn({ registry, ruleset }: Telling, document: ReadDocument): Standing {
  const notices = registry.shelf.opened.notices.map(({ notice }) => notice);
  return standingOf(document, { ruleset, notices, now: registry.now });
}

function told(withdrawals: readonly Withdrawn[], { documents }: Telling) {
  const reads = (id: string) => documents.some(({ agreement }) => agreement.id === id);
  return withdrawals.map((withdrawal) => withdrawalOf(withdrawal, reads));
}
