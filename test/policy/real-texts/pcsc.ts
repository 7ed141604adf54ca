import type { SignedNotice } from '../../../policy/notice.ts';
import { STAGES } from '../../../schema/purposes.ts';
import { VIEWERS, rulesetsUnder } from './ask.ts';
import { CIRCUMSTANCES, DOCUMENTS, FIFTEEN, IDENTITY, SUMMARY } from './fields.ts';
import { signedFolder } from './folder.ts';
import { combinations, on, type Line } from './matrix.ts';
import { declared } from './notices.ts';
import { openCase, person, report, within, type Objects } from './objects.ts';

export const AGREEMENT = 'pcsc-at-us-2010';
export const ARRANGEMENT = 'pcsc-at-us-arrangement-2013';

export const folder = signedFolder('pcsc-at-us');

const BOTH = ['AT-BK', 'US-CJIS'];
const first = report('R1');
const other = report('R2');
const chosen = report('R3', { crimeAreas: ['terrorism'], releasableTo: BOTH });
const smuggling = report('R4', { crimeAreas: ['human-smuggling'], releasableTo: BOTH });
const art = report('R5', { crimeAreas: ['cultural-property'], releasableTo: BOTH });
const kept = report('R6', { crimeAreas: ['terrorism'], releasableTo: ['DE-BKA'] });
const guarded = report('R7', { originatorConsent: true });
const secondHand = report('R8', { crimeAreas: ['terrorism'], releasableTo: BOTH, obtainedFrom: 'DE-BKA' });
const intercept = report('R9', { kind: 'WIRETAP_INTERCEPT' });
const accounts = report('R10', { kind: 'FINANCIAL_MATERIAL' });
const file = openCase('C1');

/** One object of every kind, and of every label by which a clause tells objects apart. */
export const objects: Objects = {
  first,
  suspect: person('SUSPECT', first),
  convict: person('CONVICTED', first),
  victim: person('VICTIM', first),
  trace: person(null, first),
  group: within('Group', first),
  company: within('Organization', first),
  officer: within('LiaisonContact', first),
  other,
  otherSuspect: person('SUSPECT', other),
  otherTrace: person(null, other),
  chosen,
  chosenSuspect: person('SUSPECT', chosen),
  chosenWitness: person('WITNESS', chosen),
  smuggling,
  smuggler: person('CONVICTED', smuggling),
  art,
  thief: person('SUSPECT', art),
  kept,
  keptSuspect: person('SUSPECT', kept),
  guarded,
  guardedSuspect: person('SUSPECT', guarded),
  secondHand,
  secondHandSuspect: person('SUSPECT', secondHand),
  intercept,
  overheard: person('SUSPECT', intercept),
  accounts,
  holder: person('SUSPECT', accounts),
  file,
  accused: person('SUSPECT', file),
};

const POINTS = ['contact point', 'trained contact point'];
const THREATS = ['public-security-threat', 'threat-to-life'];
const PERMITTED = ['investigation', ...THREATS, 'related-proceedings'];
const OTHER_USES = ['prosecution', 'deconfliction', 'repatriation', 'analysis'];
const ACROSS_BORDERS = ['drug-trafficking', 'labor-racketeering', 'human-smuggling'];
const IN_FIRST = ['suspect', 'convict', 'victim', 'trace'];
const SEARCHED = on(['first', 'other', 'chosen', 'smuggling', 'art'], 'Record.subjects');
const PRINTS = 'Person.fingerprintReference';
const WHEREABOUTS = [
  'Person.addresses',
  'Person.phones',
  'Person.emails',
  'Person.occupation',
  'Person.physicalDescription',
];

export const table: readonly Line[] = [
  {
    clause: `${ARRANGEMENT}#9.1.a`,
    when: { viewer: POINTS, use: ['investigation', ...THREATS], search: ['tp-tp', 'lt-tp', 'lp-pp'] },
    shows: {
      ...SEARCHED,
      ...on(['suspect', 'convict', 'otherSuspect', 'chosenSuspect', 'smuggler', 'thief'], PRINTS),
    },
  },
  {
    clause: `${ARRANGEMENT}#9.1.b`,
    when: { viewer: POINTS, use: ['investigation', ...THREATS], search: ['tp-ul', 'pp-ulp', 'lt-ul', 'lp-ulp'] },
    shows: { ...SEARCHED, ...on(['trace', 'otherTrace'], PRINTS) },
  },
  {
    clause: `${AGREEMENT}#5`,
    when: {
      viewer: POINTS,
      use: PERMITTED,
      stage: ['follow-up'],
      notices: ['released', 'evidence consented to', 'analysis consented to', 'consented to'],
    },
    shows: {
      first: [...SUMMARY, 'InvestigationDetail.reportNumber'],
      ...on(IN_FIRST, ...IDENTITY, ...DOCUMENTS, ...CIRCUMSTANCES, PRINTS, ...WHEREABOUTS),
      group: ['Group.names', 'Group.kind', 'Group.countries'],
      company: ['Organization.names', 'Organization.kind', 'Organization.registrations', 'Organization.addresses'],
    },
  },
  {
    clause: `${AGREEMENT}#10.1.a`,
    when: { viewer: POINTS, use: PERMITTED, area: ['terrorism'] },
    shows: { chosen: ['Record.subjects', 'Record.handling'], chosenSuspect: FIFTEEN },
  },
  {
    clause: `${AGREEMENT}#10.1.c`,
    when: { viewer: POINTS, use: PERMITTED, area: ACROSS_BORDERS },
    shows: { smuggling: ['Record.subjects', 'Record.handling'], smuggler: FIFTEEN },
  },
  ...otherwiseUsed('evidence consented to', ['evidence']),
  ...otherwiseUsed('analysis consented to', ['analysis']),
  ...otherwiseUsed('consented to', OTHER_USES),
];

/** What is open for uses that are not permitted by themselves, once the supplier has consented to them. */
function otherwiseUsed(notices: string, use: readonly string[]): readonly Line[] {
  const when = { viewer: POINTS, use, notices: [notices] };
  return [
    {
      clause: `${AGREEMENT}#13.1.d`,
      when: { ...when, stage: ['follow-up'] },
      shows: { first: SUMMARY, ...on(IN_FIRST, ...IDENTITY, ...DOCUMENTS, ...CIRCUMSTANCES, PRINTS) },
    },
    {
      clause: `${AGREEMENT}#13.1.d-unasked`,
      when,
      shows: {
        ...on(['chosen', 'smuggling'], 'Record.subjects', 'Record.handling'),
        ...on(['chosenSuspect', 'smuggler'], ...FIFTEEN),
      },
    },
  ];
}

const RELEASED = ['R1', 'R6', 'R7', 'R8', 'R9', 'R10', 'C1'];
const toOther = (party: string) => ({ party, agreement: AGREEMENT, to: BOTH.filter((code) => code !== party) });
/** Either releases, for its number, all that is numbered here: what a clause does not cover stays closed. */
export const release = BOTH.map((party) =>
  declared('release', { ...toOther(party), request: 'RFI-1', references: RELEASED }),
);

export const rulesetIn = rulesetsUnder(folder, {
  nothing: [],
  released: release,
  'released for another': BOTH.map((party) =>
    declared('release', { ...toOther(party), request: 'RFI-2', references: RELEASED }),
  ),
  'evidence consented to': [...release, ...consent('evidence')],
  'analysis consented to': [...release, ...consent('analysis')],
  'consented to': [...release, ...consent()],
});

/** Either consents to these uses of what is numbered here; to none: to every use but evidence. */
function consent(...uses: readonly string[]): readonly SignedNotice[] {
  const said = { references: ['R1', 'R3', 'R4', 'R5', 'R9'], ...(uses.length > 0 ? { uses } : {}) };
  return BOTH.map((party) => declared('consent', { ...toOther(party), ...said }));
}

const USES = [...PERMITTED, 'evidence', ...OTHER_USES];
const AREAS = ['terrorism', ...ACROSS_BORDERS, 'cultural-property'];
const SEARCHES = ['none', 'name', 'selector', 'tp-tp', 'tp-ul', 'pp-ulp', 'lt-tp', 'lp-pp', 'lt-ul', 'lp-ulp'];
const CONSENTS = ['evidence consented to', 'analysis consented to', 'consented to'];
const NOTICES = ['nothing', 'released', 'released for another', ...CONSENTS];
const there = { asks: ['US-CJIS asks AT-BK'], viewer: ['contact point'], stage: STAGES };
const whole = { ...there, use: ['investigation'], area: ['terrorism'], search: ['tp-tp'], notices: ['released'] };

/** Every word in every place where another word may matter to it. */
export const situations = [
  ...combinations({ ...whole, use: USES, area: ['terrorism', 'drug-trafficking'] }),
  ...combinations({
    ...whole,
    viewer: Object.keys(VIEWERS),
    use: ['investigation', 'analysis'],
    notices: ['consented to'],
  }),
  ...combinations({
    ...whole,
    stage: ['hit', 'follow-up'],
    use: ['investigation', 'related-proceedings'],
    search: SEARCHES,
  }),
  ...combinations({ ...whole, stage: ['hit', 'follow-up'], area: AREAS, search: ['none'] }),
  ...combinations({ ...whole, use: ['investigation', 'prosecution', 'evidence'], search: ['none'], notices: NOTICES }),
  ...combinations({ ...whole, stage: ['hit', 'follow-up'], use: OTHER_USES, search: ['none'], notices: CONSENTS }),
  ...combinations({ ...whole, stage: ['hit'], use: ['analysis'], area: AREAS, search: ['none'], notices: CONSENTS }),
  ...combinations({
    ...whole,
    asks: ['AT-BK asks US-CJIS'],
    viewer: ['contact point', 'analyst'],
    use: ['investigation', 'analysis'],
    search: ['none', 'tp-ul'],
    notices: ['analysis consented to'],
  }),
];

/** All words with all others: some minutes. */
export const everySituation = combinations({
  asks: ['US-CJIS asks AT-BK', 'AT-BK asks US-CJIS'],
  viewer: Object.keys(VIEWERS),
  stage: STAGES,
  use: USES,
  area: ['terrorism', 'labor-racketeering', 'cultural-property'],
  search: ['none', 'tp-tp', 'lt-ul'],
  notices: ['nothing', 'evidence consented to', 'consented to'],
});
