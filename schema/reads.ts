import type { Coordinate } from './contract.ts';

/**
 * The coordinate that each field of a search's filter reads, by root field of the index: a filter obeys the same rule
 * as the field. `originators` reads none: whose data it is, is told by the id of the agency that is asked.
 */
export const READS: Readonly<Record<string, Readonly<Record<string, Coordinate>>>> = {
  records: {
    kinds: 'Record.kind',
    crimeAreas: 'Record.crimeAreas',
    programs: 'Record.program',
    occurredFrom: 'Record.occurredOn',
    occurredUntil: 'Record.occurredOn',
    recordedFrom: 'Record.recordedOn',
    recordedUntil: 'Record.recordedOn',
  },
  cases: {
    status: 'Case.status',
    crimeAreas: 'Case.crimeAreas',
    programs: 'Case.program',
    districts: 'Case.districts',
    openedFrom: 'Case.openedOn',
    openedUntil: 'Case.openedOn',
  },
  liaisonContacts: {
    areas: 'LiaisonContact.areas',
    roles: 'LiaisonContact.role',
    hostCountries: 'LiaisonContact.hostCountry',
    onCall: 'LiaisonContact.onCall',
  },
};
