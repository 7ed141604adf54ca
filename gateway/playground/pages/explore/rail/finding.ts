import type { Prepared } from './prepared.ts';

const DRUGS = { area: 'drug-trafficking', use: 'investigation', case: 'DEA-2026-0042' } as const;

/** Finding one person or thing in what all agencies hold, and keeping out of each other's way. */
export const FINDING: readonly Prepared[] = [
  {
    title: 'One number, whoever holds it',
    look: 'A telephone number finds records of several agencies, in full or with whom to call. The hub that found them has never seen the number: agencies and the gateway blind it. Write it in another way, as +1 (202) 555-0143, and it finds the same.',
    persona: 'DEA/analyst',
    purpose: DRUGS,
    query: `{
  records(filter: { phone: "+1 202 555 0143" }) {
    totalCount
    edges {
      node {
        disclosure
        originator { code }
        contact { name phone }
        record { title occurredOn }
      }
    }
  }
}
`,
  },
  {
    title: 'A name as somebody heard it',
    look: 'Spelt wrongly, and only the year of birth is known. Spelling, order and script may be off, and of a date a part may be missing.',
    persona: 'DEA/analyst',
    purpose: DRUGS,
    query: `{
  records(
    filter: {
      person: { surname: "Lizaraga", firstNames: "Estaban", dateOfBirth: "1981" }
    }
  ) {
    totalCount
    edges {
      node {
        disclosure
        originator { code }
        record {
          title
          subjects {
            ... on Person {
              firstNames { romanized }
              surname { romanized }
              dateOfBirth
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
    title: 'Words in other agencies’ records',
    look: 'Each agency searches its own texts, and only in what it shows you in full: the hub has no texts, and does not see the words. In quotes, “sports bags” finds these words beside each other.',
    persona: 'DEA/analyst',
    purpose: DRUGS,
    query: `{
  records(first: 10, filter: { text: "surveillance handover" }) {
    totalCount
    edges {
      node {
        originator { code }
        record { title synopsis }
      }
    }
  }
}
`,
  },
  {
    title: 'A target as a whole',
    look: 'Who of each agency’s persons may be one and the same, with a score and the reasons; and the graph of whom they appear with and what they share. It is made of what this viewer may see, and kept nowhere. The page “Target” draws it.',
    persona: 'DEA/analyst',
    purpose: DRUGS,
    query: `{
  targetProfile(of: { phone: "+1 202 555 0143" }) {
    members { key kind originator { code } }
    links {
      from
      to
      score
      reasons { kind coordinates score }
    }
    graph {
      nodes { key kind }
      edges { from to why }
    }
    truncated
  }
}
`,
  },
  {
    title: 'Two cases with something in common',
    look: 'Leads that the hub found between a case of your agency and one of another: a number or a name that both have, a target in a new district, one organization. The other case is a hit like any other: whole, or whom to call.',
    persona: 'DEA/analyst',
    purpose: DRUGS,
    query: `{
  leads(first: 10) {
    edges {
      node {
        rule
        status
        sharedBy
        newDistricts
        case { number title }
        other {
          disclosure
          originator { code }
          contact { name phone }
          case { title }
        }
      }
    }
  }
}
`,
  },
  {
    title: 'Who else works on this?',
    look: 'Conflicts: targets and planned operations of your agency that meet another’s, and whom to call before anybody acts. Asked for the use “deconfliction”: for another the gateway refuses, and says what to state.',
    persona: 'DEA/analyst',
    purpose: { ...DRUGS, use: 'deconfliction' },
    query: `{
  conflicts(first: 10) {
    edges {
      node {
        status
        role
        answerBy
        clauses
        others {
          agency { code desk { phone } }
          contact { name phone }
        }
      }
    }
  }
}
`,
  },
];
