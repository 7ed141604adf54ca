const PERSON = `... on Person { id surname { original romanized } aliases { original } dateOfBirth placeOfBirth { city country }
  currentNationalities passports { type number country } fingerprintReference circumstances dataSubjectCategory minor
  addresses { street country } phones emails occupation }`;
const SUBJECTS = `subjects { __typename ${PERSON}
  ... on Group { id names kind members { ${PERSON} } accounts { number } }
  ... on Organization { id names registrations { register number country } directors { ${PERSON} } addresses { city } } }`;

/** Queries of many kinds: name, text. */
export const QUERIES: readonly (readonly [string, string])[] = [
  [
    'records',
    `{ records(first: 100) { totalCount edges { node { disclosure originator { code } record {
      id originator { code } kind title synopsis narrative crimeAreas program occurredOn recordedOn office investigator
      sourceReliability handling { releasableTo } obtainedFrom { party } } } } } }`,
  ],
  [
    'parts of records',
    `{ records(first: 100) { edges { node { record { id investigation { reportNumber techniques }
      intercept { line court sessions { summary } } ... on IceRecord { seizureNumber } ... on DeaRecord { substance }
      financial { accounts { institution number holder } transactions { fromAccount amount { amount } } totalAmount { amount currency } } } } } } }`,
  ],
  ['subjects', `{ records(first: 100) { edges { node { record { id ${SUBJECTS} } } } } }`],
  [
    'cases and what is in them',
    `{ cases(first: 20) { totalCount edges { node { disclosure case { id number title status office leadInvestigator districts
      summary openedOn seizures { kind value { amount } } outcomes { court sentenceMonths }
      contact { id name } records { id title narrative ${SUBJECTS} } ${SUBJECTS} } } } } }`,
  ],
  [
    'there and back',
    `{ records(first: 40) { edges { node { record { id case { id title records { id kind case { id status } } } contact { id phone } } } } } }`,
  ],
  [
    'searches',
    `{ records(first: 100, filter: { crimeAreas: ["drug-trafficking", "money-laundering"] }) { totalCount
      edges { node { disclosure contact { id name } record { id title narrative } } } } }`,
  ],
  [
    'contacts',
    `{ liaisonContacts(first: 100) { edges { node { originator { code } liaisonContact { id name phone role office } } } } }`,
  ],
  [
    'aliases and fragments',
    `{ records(first: 100) { edges { node { record { id narrative: title title: narrative ...A ... on FbiRecord { a: program b: synopsis } } } } } }
     fragment A on Record { again: narrative subjects { ... on Subject { whose: originator { code } } } }`,
  ],
];
