import { stringify } from 'yaml';
import type { Agreement, Clause } from '../../../policy/agreement.ts';
import { checkDocuments } from '../../../policy/document/check-documents.ts';
import type { Random } from '../../../subgraphs/agency/data/random.ts';
import { contract } from '../../../schema/contract.ts';
import { purposes } from '../../../schema/purposes.ts';
import { viewerTerms } from '../../../schema/viewers.ts';
import { everyone } from '../../support/scenario/everyone.ts';
import { GROUP, JOINED, KINDS, OWN_FIELDS } from '../words.ts';
import { aShare, aWithhold, type Effect, type Setting } from './clauses.ts';

/** A charter, a member that joins later, and agreements between some of the agencies: one of them may have ended. */
export function agreementsAmong(agencies: readonly string[], random: Random): readonly Agreement[] {
  const members = agencies.slice(0, -1);
  const last = agencies.at(-1)!;
  const telling = { toldKind: random.pick(KINDS), toldCases: random.chance(0.3), counted: random.chance(0.35) };
  const groups = { [GROUP]: { name: 'Center', coordinator: members[0]!, members } };
  const charter = filled(plain('charter', members, { groups }), [], 5, random, [...members, GROUP, GROUP], telling);
  const how = {
    backDated: random.chance(0.4),
    participation: random.pick(['active', 'active', 'limited', 'observer'] as const),
  };
  const accessions = [{ party: last, to: GROUP, from: JOINED, ...how }];
  const joins = filled(plain('joins', [last, GROUP], { accessions }), [charter], 3, random, [last, GROUP], telling);
  const pair = random.sample(agencies, 2);
  const ended = plain('ended', agencies, random.chance(0.7) ? { until: '2015-03-03' } : {});
  return [
    charter,
    joins,
    filled(plain('all', agencies), [charter, joins], 12, random, agencies, telling),
    filled(plain('pair', pair), [charter, joins], 3, random, pair, telling),
    filled(ended, [charter, joins], 3, random, agencies, telling),
  ];
}

function plain(id: string, parties: readonly string[], rest: Partial<Agreement> = {}): Agreement {
  return { concordat: 1, id, title: id, signed: '2009-01-01', effective: '2009-01-01', parties, clauses: [], ...rest };
}

/** With so many clauses, each of which the product's own checks accept. */
function filled(
  agreement: Agreement,
  around: readonly Agreement[],
  count: number,
  random: Random,
  speakers: readonly string[],
  telling: Omit<Setting, 'from' | 'to' | 'broad'>,
): Agreement {
  const clauses: Clause[] = [];
  for (let tries = 0; clauses.length < count && tries < count * 6; tries += 1) {
    const clause = {
      id: `${clauses.length}`,
      text: 'In words.',
      ...effectOf(random, tries, speakers, agreement, telling),
    };
    if (isValid({ ...agreement, clauses: [clause] }, around)) clauses.push(clause);
  }
  return { ...agreement, clauses };
}

function effectOf(
  random: Random,
  turn: number,
  speakers: readonly string[],
  { id, parties }: Agreement,
  telling: Omit<Setting, 'from' | 'to' | 'broad'>,
): Effect {
  const everybody = [...new Set([...speakers, ...parties])];
  const from = random.chance(0.6) ? [...new Set(speakers)] : random.sample(speakers, 1);
  const to = random.chance(0.6) ? everybody : random.sample(everybody, random.int(1, everybody.length));
  const broad = id === 'all' && turn < 6;
  const setting = { ...(broad ? { from: speakers, to: everybody } : { from, to }), ...telling, broad };
  return !setting.broad && random.chance(0.2) ? aWithhold(random, setting) : aShare(random, setting, turn);
}

const PARTIES = { agencies: everyone() };
const WORLD = {
  contract,
  purposes,
  viewers: viewerTerms,
  ownFields: new Set(Object.values(OWN_FIELDS)),
  parties: PARTIES,
};

function isValid(agreement: Agreement, around: readonly Agreement[]): boolean {
  const documents = [...around.map((other) => ({ ...other, clauses: other.clauses.slice(0, 1) })), agreement].map(
    (document) => ({
      path: `${document.id}.yaml`,
      text: stringify(document, { aliasDuplicateObjects: false }),
    }),
  );
  return checkDocuments(documents, WORLD).every(({ mistakes }) => mistakes.length === 0);
}

/** Where an agency is; for conditions on nationals. */
export const countryOf = (code: string): string => COUNTRY.get(code)!;

const COUNTRY = new Map(PARTIES.agencies.map(({ code, country }) => [code, country]));
