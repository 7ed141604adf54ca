import type { Agreement } from '../../policy/agreement.ts';

const TO = ['ICE', 'DEA', 'FBI', 'ATF', 'USAO'];

/** Shares among the agencies of the benchmark: summaries always, narratives and persons by many conditions, no detail. */
export const BENCH_AGREEMENT: Agreement = {
  concordat: 1,
  id: 'bench',
  title: 'What the benchmark asks for',
  signed: '2009-01-01',
  effective: '2009-01-01',
  parties: TO,
  clauses: [
    {
      id: 'summaries',
      text: 'Summaries of records and cases, and who is in them.',
      share: {
        from: TO,
        to: TO,
        categories: ['RECORD_SUMMARY', 'CASE_SUMMARY', 'PERSONAL_IDENTITY', 'ORGANIZATION_IDENTITY'],
      },
    },
    {
      id: 'narratives',
      text: 'Narratives of some areas, recorded lately, or of some kinds.',
      share: {
        from: TO,
        to: TO,
        categories: ['RECORD_NARRATIVE'],
        where: { crimeAreas: { anyOf: ['drug-trafficking', 'money-laundering', 'financial-crime'] } },
      },
    },
    {
      id: 'circumstances',
      text: 'Why persons are of interest, unless they are victims, witnesses or minors.',
      share: {
        from: TO,
        to: TO,
        categories: ['CIRCUMSTANCES', 'CONTACT_DETAILS', 'PERSON_DESCRIPTION'],
        where: {
          'person.dataSubjectCategory': { anyOf: ['SUSPECT', 'CONVICTED', 'ASSOCIATE'] },
          'person.minor': false,
        },
      },
    },
    {
      id: 'informants',
      text: 'Nothing of informants.',
      withhold: {
        from: TO,
        to: TO,
        categories: ['PERSONAL_IDENTITY', 'CIRCUMSTANCES', 'CONTACT_DETAILS'],
        where: { 'person.dataSubjectCategory': { anyOf: ['INFORMANT'] } },
      },
    },
  ],
} as unknown as Agreement;
