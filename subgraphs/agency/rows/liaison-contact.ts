import type { AgencyEntry } from '../../../policy/parties.ts';
import type { LiaisonContactEntity } from '../data/entities.ts';
import type { LiaisonContact as LiaisonContactRow, Prisma } from '../prisma/generated/client.ts';
import { toJson } from './json.ts';
import { structure, type Source } from './source.ts';
import type { StoredOf } from './stored.ts';

/** A liaison contact as resolvers get it. */
export type LiaisonContactSource = Source & Omit<LiaisonContactEntity, 'type' | 'originator'>;

/** The row of a liaison contact. */
export function liaisonContactRow(contact: StoredOf<'LiaisonContact'>): Prisma.LiaisonContactCreateManyInput {
  const { type: _type, originator: _originator, ...columns } = contact;
  return { ...columns, languages: [...contact.languages], areas: [...contact.areas], own: toJson(contact.own ?? {}) };
}

/** The liaison contact of a row. */
export function liaisonContactSource(row: LiaisonContactRow, agency: AgencyEntry): LiaisonContactSource {
  return { ...row, ...structure(agency, 'LiaisonContact', row) };
}
