import type { Purposes, Term } from '../../../schema/purposes.ts';
import type { Agreement, GroupCharter } from '../../agreement.ts';
import type { NotCarried } from '../not-carried.ts';
import { notCarriedToOdrl } from './not-carried.ts';
import { rulesOf } from './rules.ts';
import { CONTEXT, PROFILE, agreementName, date, partyName, ref, type Node } from './vocabulary.ts';

/** An agreement as an ODRL document. */
export interface OdrlExport {
  readonly document: Node;
  readonly notCarried: readonly NotCarried[];
}

/** Writes an agreement as a W3C ODRL 2.2 Agreement (JSON-LD) in the profile of `docs/export.md`. */
export function toOdrl(agreement: Agreement, purposes: Purposes): OdrlExport {
  const rules = agreement.clauses.map((clause) => rulesOf(agreement, clause));
  const permission = rules.flatMap(({ permissions }) => permissions);
  const prohibition = rules.flatMap(({ prohibitions }) => prohibitions);
  const notCarried = notCarriedToOdrl(agreement);
  const document = {
    '@context': CONTEXT,
    '@type': 'Agreement',
    uid: agreementName(agreement.id),
    profile: PROFILE,
    conflict: 'prohibit',
    ...metadata(agreement),
    ...(permission.length > 0 ? { permission } : {}),
    ...(prohibition.length > 0 ? { prohibition } : {}),
    ...groups(agreement.groups ?? {}),
    ...terms(agreement, purposes),
    ...(notCarried.length > 0
      ? { 'concordat:notCarried': notCarried.map(({ clause, what }) => `${clause}: ${what}`) }
      : {}),
  };
  return { document, notCarried };
}

function metadata({ title, source, signed, parties, supersedes, follows }: Agreement): Node {
  return {
    'dcterms:title': title,
    ...(source ? { 'dcterms:source': source } : {}),
    'dcterms:dateAccepted': date(signed),
    'concordat:party': parties.map((code) => ref(partyName(code))),
    ...(supersedes ? { 'dcterms:replaces': supersedes.map((id) => ref(agreementName(id))) } : {}),
    ...(follows ? { 'dcterms:relation': follows.map((id) => ref(agreementName(id))) } : {}),
  };
}

/** Groups that the document founds, with their members. */
function groups(charters: Readonly<Record<string, GroupCharter>>): Node {
  const members = Object.entries(charters).flatMap(([code, charter]) =>
    charter.members.map((member) => ({ '@type': 'Party', uid: partyName(member), partOf: partyName(code) })),
  );
  return members.length > 0 ? { 'concordat:member': members } : {};
}

/** The purposes that the document names, with what lies above them and the same ideas in the Data Privacy Vocabulary. */
function terms({ clauses }: Agreement, { areas, uses }: Purposes): Node {
  const scopes = clauses.flatMap(({ share, withhold }) => share?.for ?? withhold?.for ?? []);
  const named = [
    ...described(
      'area',
      areas,
      scopes.flatMap((scope) => scope.areas ?? []),
    ),
    ...described(
      'use',
      uses,
      scopes.flatMap((scope) => scope.uses ?? []),
    ),
  ];
  return named.length > 0 ? { 'concordat:purpose': named } : {};
}

function described(prefix: string, known: ReadonlyMap<string, Term>, codes: readonly string[]): readonly Node[] {
  return [...new Set(codes)].sort().flatMap((code) => {
    const term = known.get(code);
    if (!term) return [];
    return {
      '@id': `${prefix}:${code}`,
      'skos:prefLabel': term.name,
      ...(term.under ? { 'skos:broader': ref(`${prefix}:${term.under}`) } : {}),
      ...(term.dpv ? { 'skos:closeMatch': ref(term.dpv) } : {}),
    };
  });
}
