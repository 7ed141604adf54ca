import { agreed } from '../../support/scenario/agreed.ts';

const AGENCIES = ['ICE', 'FBI', 'DEA'];
const all = { from: AGENCIES, to: AGENCIES };

/** A bit of everything: conditions, treatments, levels, withholdings, purposes, roles, own fields. */
export const AGREEMENT = agreed(AGENCIES, [
  {
    id: 'reports',
    share: {
      ...all,
      records: ['REPORT_OF_INVESTIGATION'],
      categories: ['RECORD_SUMMARY', 'INVESTIGATION_DETAIL'],
      treatments: { 'Record.program': 'masked' },
    },
  },
  {
    id: 'narratives',
    share: {
      ...all,
      categories: ['RECORD_NARRATIVE'],
      where: { crimeAreas: { anyOf: ['drug-trafficking', 'money-laundering'] } },
      for: { areas: ['drug-trafficking'] },
    },
  },
  {
    id: 'persons',
    share: {
      ...all,
      dataSubjects: ['SUSPECT', 'CONVICTED', 'ASSOCIATE'],
      categories: ['PERSONAL_IDENTITY', 'CONTACT_DETAILS', 'IDENTITY_DOCUMENTS', 'ORGANIZATION_IDENTITY'],
      treatments: {
        'Person.dateOfBirth': 'generalised',
        'Person.passports': 'masked',
        'Person.phones': 'masked',
        'Person.addresses': 'generalised',
        'Organization.registrations': 'masked',
      },
    },
  },
  {
    id: 'convicts',
    share: { ...all, dataSubjects: ['CONVICTED'], coordinates: ['Person.dateOfBirth', 'Person.phones'] },
  },
  { id: 'members', share: { from: ['ICE'], to: ['FBI'], categories: ['ORGANIZATION_MEMBERS', 'CIRCUMSTANCES'] } },
  {
    id: 'money',
    share: {
      ...all,
      records: ['FINANCIAL_MATERIAL'],
      categories: ['FINANCIAL'],
      coordinates: ['Record.kind', 'Record.subjects'],
      treatments: { 'FinancialMaterial.accounts': 'masked', 'FinancialMaterial.totalAmount': 'generalised' },
    },
  },
  {
    id: 'intercepts',
    share: { ...all, disclosure: 'CONTACT', records: ['WIRETAP_INTERCEPT'], coordinates: ['Record.crimeAreas'] },
  },
  {
    id: 'cases',
    share: {
      ...all,
      cases: true,
      categories: ['CASE_SUMMARY', 'OUTCOMES'],
      where: { 'case.status': { anyOf: ['OPEN', 'CLOSED'] } },
    },
  },
  {
    id: 'prosecutors',
    share: { ...all, cases: true, categories: ['CASE_MANAGEMENT'], viewer: { roles: ['prosecutor'] } },
  },
  {
    id: 'own',
    share: { from: ['ICE'], to: ['DEA'], coordinates: ['IceRecord.seizureNumber'], where: { program: 'OCDETF' } },
  },
  { id: 'children', withhold: { ...all, where: { 'person.minor': true } } },
  {
    id: 'early',
    withhold: { ...all, records: ['REPORT_OF_INVESTIGATION'], where: { recordedOn: { until: '2009-06-30' } } },
  },
  { id: 'dea', withhold: { from: ['DEA'], to: ['FBI'], categories: ['RECORD_NARRATIVE', 'CONTACT_DETAILS'] } },
]);
