import type { CaseFile } from './case-file.ts';
import { later } from './calendar.ts';
import type { CaseEntity, CaseStatus } from './entities.ts';
import { itemsOf } from './items.ts';
import { outcomesOf } from './outcomes.ts';
import { random } from './random.ts';
import { seizuresOf } from './seizures.ts';

/** The case that the agency works on the matter. */
export function caseOf(file: CaseFile): CaseEntity {
  const { agency, seed, matter, office, known, group, organization } = file;
  const at = random(seed, 'case', agency.code, matter.index);
  const openedOn = later(matter.openedOn, at.int(0, 240));
  const outcomes = outcomesOf(at, matter, office);
  const status: CaseStatus = matter.concluded ? (at.chance(0.8) ? 'CLOSED' : 'IN_PROSECUTION') : 'OPEN';
  return {
    type: 'Case',
    id: file.caseId,
    originator: agency.code,
    number: `${agency.code}-${openedOn.slice(0, 4)}-${String(matter.index).padStart(4, '0')}`,
    title: `${matter.operation}: ${matter.goods}, ${matter.city.city}`,
    status,
    crimeAreas: matter.crimeAreas,
    program: programOf(file),
    office: office.name,
    leadInvestigator: file.investigator,
    summary: summaryOf(file),
    openedOn,
    closedOn: status === 'CLOSED' ? later(openedOn, at.int(900, 1200)) : null,
    subjectIds: [
      ...known.map(({ id }) => id),
      ...[group, organization].flatMap((subject) => (subject ? [subject.id] : [])),
    ],
    districts: office.district ? [office.district] : [],
    participatingAgencies: [...new Set([agency.code, ...matter.agencies])],
    seizures: seizuresOf(at, matter, openedOn),
    items: itemsOf(seed, agency.code, matter),
    outcomes,
    contactId: file.contactId,
  };
}

/** Programmes are those of the United States. */
export function programOf({ agency, matter }: CaseFile): string | null {
  return agency.country === 'US' ? matter.repertoire.program : null;
}

function summaryOf({ matter, known, gaps }: CaseFile): string {
  const suspects = known.filter(({ role }) => role === 'leader' || role === 'member' || role === 'courier').length;
  const victims = known.filter(({ role }) => role === 'victim').length;
  const harmed = victims ? ` ${victims} injured ${victims === 1 ? 'party is' : 'parties are'} known.` : '';
  return `${matter.operation} concerns ${matter.goods} between ${gaps.origin} and ${gaps.city}, around ${gaps.leader}. ${suspects} suspects are known.${harmed}`;
}
