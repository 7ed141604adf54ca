import type { Prepared } from './prepared.ts';

const DRUGS = { area: 'drug-trafficking', use: 'investigation', case: 'DEA-2026-0042' } as const;

/** What holds of every question, and what the hub tells. */
export const RULES: readonly Prepared[] = [
  {
    title: 'No purpose, no answer',
    look: 'Whoever asks for other agencies’ data says what for. Without that the gateway refuses, and says what to state. It asked nobody.',
    persona: 'DEA/analyst',
    query: `{
  records(first: 3) {
    edges { node { originator { code } record { title } } }
  }
}
`,
  },
  {
    title: 'The ledger',
    look: 'A privacy officer reads who was shown which fields, under which clause, and what for. Ask something as an analyst first: the last answer comes first. There is never a value in it.',
    persona: 'DEA/privacy-officer',
    query: `{
  disclosures(first: 10) {
    edges {
      node {
        at
        recipient
        viewer
        role
        purpose { area use case }
        operation
        disclosed { originator coordinates clauses }
      }
    }
  }
}
`,
  },
  {
    title: 'The matrix of one originator',
    look: 'Field by field, what ICE shows to your agency for your purpose, on which rows, and by which clause. The page “Matrix” shows the same in colours.',
    persona: 'DEA/analyst',
    purpose: DRUGS,
    query: `{
  visibility(originator: "ICE") {
    coordinate
    disclosure
    treatments
    found
    reason
    clauses
  }
}
`,
  },
  {
    title: 'Agreements, and where they stand',
    look: 'The agreements that your agency is a party to, their status now, and the words of their clauses. The page “Agreements” reads better.',
    persona: 'ICRF/liaison-officer',
    query: `{
  ruleset { digest until }
  agreements {
    id
    title
    status
    statusReason
    parties
    clauses { id effect text }
  }
}
`,
  },
  {
    title: 'A schema of your own',
    look: 'Introspection tells each viewer what their agreements could ever disclose. Ask as the partner abroad, then as the analyst: other types, other clauses. The tab “Schema” is of the viewer too.',
    persona: 'ICRF/liaison-officer',
    query: `{
  __type(name: "Record") {
    possibleTypes { name }
    fields { name description }
  }
}
`,
  },
];
