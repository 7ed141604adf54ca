import type { SignedNotice } from '../../../policy/notice.ts';
import { STAGES } from '../../../schema/purposes.ts';
import { VIEWERS, rulesetsUnder } from './ask.ts';
import { CIRCUMSTANCES, CORE_PERSON, CORE_RECORD, IDENTITY, SUMMARY } from './fields.ts';
import { signedFolder } from './folder.ts';
import { combinations, on, type Line } from './matrix.ts';
import { declared } from './notices.ts';
import { openCase, person, report, within, type Objects } from './objects.ts';

export const REGULATION = 'prum-ii';

export const folder = signedFolder('prum-ii');

const first = report('R1');
const other = report('R2', { crimeAreas: ['cultural-property'] });
const kept = report('R6', { releasableTo: ['US-CJIS'] });
const guarded = report('R7', { originatorConsent: true });
const secondHand = report('R8', { obtainedFrom: 'EUROPOL' });
const intercept = report('R9', { kind: 'WIRETAP_INTERCEPT' });
const file = openCase('C1');
const { labels, ...nobody } = person('SUSPECT', first);
const { dataSubjectCategory: _unknown, ...unknownRole } = labels;

/** One object of every kind, and of every label by which a clause tells objects apart. */
export const objects: Objects = {
  first,
  suspect: person('SUSPECT', first),
  convict: person('CONVICTED', first),
  victim: person('VICTIM', first),
  witness: person('WITNESS', first),
  trace: person(null, first),
  ofUnknownRole: { ...nobody, labels: { ...unknownRole, reference: 'R1/?' } },
  group: within('Group', first),
  company: within('Organization', first),
  officer: within('LiaisonContact', first),
  other,
  otherSuspect: person('SUSPECT', other),
  kept,
  keptSuspect: person('SUSPECT', kept),
  guarded,
  guardedSuspect: person('SUSPECT', guarded),
  secondHand,
  secondHandSuspect: person('SUSPECT', secondHand),
  intercept,
  overheard: person('SUSPECT', intercept),
  file,
  accused: person('SUSPECT', file),
};

const POINTS = ['contact point', 'trained contact point'];
const TRAINED = ['trained contact point', 'trained analyst'];
const PRINTS = ['tp-tp', 'tp-ul', 'pp-ulp', 'lt-tp', 'lp-pp', 'lt-ul', 'lp-ulp'];
const WITH_INDEX = ['AT-BK asks DE-BKA', 'FR-DNPJ asks AT-BK'];
const A_YEAR = ['12', '60'];
const AFTER_MATCH = ['core-data', 'follow-up'];
const CONSENTS = ['evidence consented to', 'analysis consented to', 'consented to'];
const OTHER_USES = [
  'prosecution',
  'public-security-threat',
  'threat-to-life',
  'related-proceedings',
  'repatriation',
  'deconfliction',
  'analysis',
];
const numbered = { viewer: TRAINED, months: A_YEAR, request: ['RFI-1'] };
const answered = { ...numbered, use: ['investigation'], notices: ['released', 'both released', ...CONSENTS] };
const core = { ...answered, stage: AFTER_MATCH };
const ofOther = { ...core, matched: ['R2'], notices: ['both released'] };
const records = { ...answered, asks: WITH_INDEX, stage: ['follow-up'] };

export const table: readonly Line[] = [
  {
    clause: `${REGULATION}#11.1`,
    when: { viewer: POINTS, use: ['investigation'], search: PRINTS },
    shows: {
      ...on(['first', 'other'], 'Record.subjects'),
      ...on(['suspect', 'convict', 'trace', 'otherSuspect'], 'Person.fingerprintReference'),
    },
  },
  {
    clause: `${REGULATION}#26`,
    when: { asks: WITH_INDEX, viewer: POINTS, use: ['investigation'], search: ['name'], months: A_YEAR },
    shows: {
      ...on(['first', 'other'], 'EXISTS'),
      ...on(['suspect', 'convict', 'otherSuspect'], ...CORE_PERSON.map((field) => `found by ${field}`)),
    },
  },
  {
    clause: `${REGULATION}#44.5`,
    when: records,
    shows: { first: SUMMARY, ...on(['suspect', 'convict'], ...IDENTITY, ...CIRCUMSTANCES) },
  },
  {
    clause: `${REGULATION}#44.5`,
    when: { ...records, notices: ['both released'] },
    shows: { other: SUMMARY, otherSuspect: [...IDENTITY, ...CIRCUMSTANCES] },
  },
  {
    clause: `${REGULATION}#47.4`,
    when: { ...core, matched: ['R1'] },
    shows: on(['suspect', 'convict'], ...CORE_PERSON),
  },
  { clause: `${REGULATION}#47.4`, when: { ...core, matched: ['R1/SUSPECT'] }, shows: { suspect: CORE_PERSON } },
  { clause: `${REGULATION}#47.4`, when: ofOther, shows: { otherSuspect: CORE_PERSON } },
  { clause: `${REGULATION}#47.5`, when: { ...core, matched: ['R1'] }, shows: { first: CORE_RECORD } },
  { clause: `${REGULATION}#47.5`, when: ofOther, shows: { other: CORE_RECORD } },
  ...otherwiseUsed('evidence consented to', ['evidence']),
  ...otherwiseUsed('analysis consented to', ['analysis']),
  ...otherwiseUsed('consented to', OTHER_USES),
];

/** What is open for other uses than it was supplied for, once the supplier has authorised them. */
function otherwiseUsed(notices: string, use: readonly string[]): readonly Line[] {
  const when = { ...core, use, notices: [notices] };
  return [
    {
      clause: `${REGULATION}#50.1`,
      when: { ...when, matched: ['R1'] },
      shows: { first: CORE_RECORD, ...on(['suspect', 'convict'], ...CORE_PERSON) },
    },
    { clause: `${REGULATION}#50.1`, when: { ...when, matched: ['R1/SUSPECT'] }, shows: { suspect: CORE_PERSON } },
    {
      clause: `${REGULATION}#50.1-records`,
      when: { ...when, asks: WITH_INDEX, stage: ['follow-up'] },
      shows: { first: SUMMARY, ...on(['suspect', 'convict'], ...IDENTITY, ...CIRCUMSTANCES) },
    },
  ];
}

const PARTIES = ['AT-BK', 'DE-BKA', 'FR-DNPJ', 'NL-POLITIE'];
const toAll = (party: string) => ({ party, agreement: REGULATION, to: ['PRUM'] });
/** Each releases, for its number, all that is numbered here: what a clause does not cover stays closed. */
export const release = PARTIES.map((party) =>
  declared('release', { ...toAll(party), request: 'RFI-1', references: ['R1', 'R6', 'R7', 'R8', 'R9', 'C1'] }),
);

export const rulesetIn = rulesetsUnder(folder, {
  nothing: [],
  released: release,
  'released for another': PARTIES.map((party) =>
    declared('release', { ...toAll(party), request: 'RFI-2', references: ['R1'] }),
  ),
  'both released': [
    ...release,
    ...PARTIES.map((party) => declared('release', { ...toAll(party), request: 'RFI-1', references: ['R2'] })),
  ],
  'evidence consented to': [...release, ...consent('evidence')],
  'analysis consented to': [...release, ...consent('analysis')],
  'consented to': [...release, ...consent()],
});

/** Each consents to these uses of what is numbered here; to none: to every use but evidence. */
function consent(...uses: readonly string[]): readonly SignedNotice[] {
  const said = { references: ['R1', 'R2', 'R9'], ...(uses.length > 0 ? { uses } : {}) };
  return PARTIES.map((party) => declared('consent', { ...toAll(party), ...said }));
}

const ASKS = [...WITH_INDEX, 'NL-POLITIE asks DE-BKA', 'DE-BKA asks NL-POLITIE'];
const MONTHS = ['none', '6', ...A_YEAR];
const MATCHED = ['R1', 'R1/SUSPECT', 'R2', 'R404'];
const SEARCHES = ['none', 'name', 'selector', ...PRINTS];
const USES = ['investigation', 'evidence', ...OTHER_USES];
const NOTICES = ['nothing', 'released', 'released for another', 'both released', ...CONSENTS];
const there = { asks: WITH_INDEX.slice(0, 1), viewer: ['trained contact point'], stage: STAGES };
const asked = { ...there, use: ['investigation'], area: ['drug-trafficking'], search: ['name'], months: ['60'] };
const whole = { ...asked, matched: ['R1'], request: ['RFI-1'], notices: ['released'] };

/** Every word in every place where another word may matter to it. */
export const situations = [
  ...combinations({ ...whole, viewer: Object.keys(VIEWERS) }),
  ...combinations({ ...whole, asks: ASKS.slice(1), viewer: ['trained contact point', 'prosecutor'] }),
  ...combinations({ ...whole, asks: ASKS.slice(2), viewer: ['contact point'], search: ['tp-ul'] }),
  ...combinations({ ...whole, months: MONTHS, matched: MATCHED, notices: ['both released'] }),
  ...combinations({ ...whole, matched: MATCHED, request: ['RFI-1', 'none'] }),
  ...combinations({ ...whole, use: USES, matched: ['R1', 'R1/SUSPECT'], stage: AFTER_MATCH, notices: NOTICES }),
  ...combinations({ ...whole, use: USES, notices: ['consented to'] }),
  ...combinations({ ...whole, use: ['analysis'], months: MONTHS, notices: ['consented to'] }),
  ...combinations({ ...whole, use: ['analysis'], matched: MATCHED, notices: ['consented to'] }),
  ...combinations({ ...whole, asks: ASKS, viewer: Object.keys(VIEWERS), use: ['analysis'], notices: ['consented to'] }),
  ...combinations({ ...whole, search: SEARCHES, stage: ['hit', 'core-data'], area: ['terrorism', 'mail-fraud'] }),
];

/** All words with all others: some minutes. */
export const everySituation = combinations({
  asks: ASKS.slice(1),
  viewer: Object.keys(VIEWERS),
  stage: STAGES,
  use: ['investigation', 'analysis'],
  search: ['none', 'name', 'lt-tp'],
  months: ['6', '12'],
  matched: ['R1', 'R1/SUSPECT', 'R2'],
  request: ['RFI-1'],
  notices: ['nothing', 'both released', 'consented to'],
});
