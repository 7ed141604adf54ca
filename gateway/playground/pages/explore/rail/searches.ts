import type { Prepared } from './prepared.ts';

const DRUGS = { area: 'drug-trafficking', use: 'investigation', case: 'DEA-2026-0042' } as const;
const PROSECUTION = { area: 'drug-trafficking', use: 'prosecution', case: 'USAO-26-CR-118' } as const;
const MONEY = { area: 'money-laundering', use: 'investigation', case: 'DEA-2026-0107' } as const;

/** Asked for two uses, so that nothing but the use makes a difference. */
const FULL_TEXTS = `{
  records(first: 8, filter: { crimeAreas: ["drug-trafficking"], originators: ["ATF", "FBI"] }) {
    edges {
      node {
        originator { code }
        record {
          kind
          title
          program
          narrative
        }
      }
    }
  }
}
`;

/** Searches for records and cases. */
export const SEARCHES: readonly Prepared[] = [
  {
    title: 'One search, many agencies',
    look: 'Each hit comes from the agency that owns it. The narrative is null everywhere but in your own agency’s records, and the panel says by which clause, or for want of which.',
    persona: 'DEA/analyst',
    purpose: DRUGS,
    query: `{
  records(first: 12, filter: { crimeAreas: ["drug-trafficking"] }) {
    totalCount
    edges {
      node {
        disclosure
        originator { code }
        record {
          title
          occurredOn
          narrative
        }
      }
    }
  }
}
`,
  },
  {
    title: 'Withheld by clause',
    look: 'ICE tells that there was a wiretap, and by which court. The line and the sessions it withholds by clause III.C, whatever other agreements share.',
    persona: 'DEA/analyst',
    purpose: DRUGS,
    query: `{
  records(first: 8, filter: { kinds: [WIRETAP_INTERCEPT], originators: ["ICE", "FBI"] }) {
    edges {
      node {
        originator { code }
        record {
          __typename
          title
          intercept {
            court
            authorizedFrom
            line
            sessions { startedAt summary }
          }
        }
      }
    }
  }
}
`,
  },
  {
    title: 'It exists; here is whom to call',
    look: 'CONTACT hits: the record itself is not disclosed, and a name and a telephone take its place. “In the answer” marks each such record as withheld.',
    persona: 'DEA/analyst',
    purpose: MONEY,
    query: `{
  records(first: 12, filter: { crimeAreas: ["money-laundering"], originators: ["ATF"] }) {
    totalCount
    edges {
      node {
        disclosure
        originator { code }
        contact { name phone }
        record { title synopsis }
      }
    }
  }
}
`,
  },
  {
    title: 'Something is there, and no more',
    look: 'Tax and postal offences are protected more strictly: EXISTS hits say nothing but that there is something, and whose.',
    persona: 'DEA/analyst',
    purpose: MONEY,
    query: `{
  records(first: 10, filter: { crimeAreas: ["tax-crime", "mail-fraud", "passport-fraud"] }) {
    totalCount
    edges {
      node {
        disclosure
        originator { code }
        contact { name }
        record { title }
      }
    }
  }
}
`,
  },
  {
    title: 'On some rows only',
    look: 'A prosecutor reads the full text of reports under one programme. Where the text is null, the row decides, and an answer must not tell more of a row than it shows: it is marked as “perhaps”.',
    persona: 'USAO/prosecutor',
    purpose: PROSECUTION,
    query: FULL_TEXTS,
  },
  {
    title: 'The same question, another use',
    look: 'The same prosecutor, for an investigation: every text closes, for “other purpose”. State the use “Prosecution” under “What for”, and press “Ask”.',
    persona: 'USAO/prosecutor',
    purpose: { ...PROSECUTION, use: 'investigation' },
    query: FULL_TEXTS,
  },
  {
    title: 'Cases, their records, their subjects',
    look: 'Four levels deep and several agencies wide in one question. Every level is decided for itself, and each agency answers for its own.',
    persona: 'DEA/analyst',
    purpose: DRUGS,
    query: `{
  cases(first: 4, filter: { crimeAreas: ["drug-trafficking"], originators: ["ICE", "FBI"] }) {
    edges {
      node {
        originator { code }
        case {
          number
          title
          status
          leadInvestigator
          records {
            kind
            title
            subjects {
              ... on Person { surname { romanized } dateOfBirth }
              ... on Organization { names }
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    title: 'A partner abroad, and a stolen painting',
    look: 'One careful agreement between ICE and the Investigative Committee: the painting is described, the investigator is not named. Of other agencies nothing is told.',
    persona: 'ICRF/liaison-officer',
    purpose: { area: 'cultural-property', use: 'repatriation', case: 'SK-77' },
    query: `{
  cases(filter: { crimeAreas: ["cultural-property"] }) {
    edges {
      node {
        disclosure
        originator { code }
        case {
          title
          status
          leadInvestigator
          items { description status originCountry provenance }
          outcomes { disposition decidedOn }
        }
      }
    }
  }
}
`,
  },
  {
    title: 'What prosecutors are shown',
    look: 'Cases in prosecution with their seizures and subjects: clauses open these to prosecutors, for prosecution. State another use, or ask as somebody else, and they close.',
    persona: 'USAO/prosecutor',
    purpose: { ...PROSECUTION, area: 'organized-crime' },
    query: `{
  cases(first: 8, filter: { status: [IN_PROSECUTION], originators: ["ICE", "DEA", "FBI"] }) {
    totalCount
    edges {
      node {
        originator { code }
        case {
          number
          title
          status
          seizures { asset seizedOn value { amount currency } }
          subjects {
            ... on Person { surname { romanized } circumstances }
          }
        }
      }
    }
  }
}
`,
  },
];
