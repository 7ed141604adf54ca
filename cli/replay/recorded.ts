import { didYouMean } from '../../policy/document/suggest.ts';
import type { World } from '../../policy/document/world.ts';
import type { Recipient } from '../../policy/recipient.ts';
import type { Purpose } from '../../schema/purposes.ts';

/** An operation as it was recorded: who asked what, when, and what for. */
export interface Recorded {
  /** Undefined: not recorded. */
  readonly at: Date | undefined;
  readonly recipient: Recipient;
  /** Undefined: none was stated. */
  readonly purpose: Purpose | undefined;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Plain = Readonly<Record<string, unknown>>;

/**
 * Reads one line: `{ viewer, purpose, query, variables }`, or a row of the ledger of disclosures.
 * @throws Error in words, when it is neither
 */
export function readRecorded(line: string, world: World): Recorded {
  const row = objectIn(parse(line), 'the line');
  const query = row['query'] ?? row['operation'];
  if (typeof query !== 'string') throw new Error('`query` is missing');
  const variables = row['variables'] ?? {};
  return {
    at: instantIn(row['at']),
    recipient: recipientIn(row, world),
    purpose: purposeIn(row, world),
    query,
    variables: objectIn(variables, '`variables`'),
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error('it is no JSON');
  }
}

function instantIn(at: unknown): Date | undefined {
  if (at === undefined || at === null) return undefined;
  const instant = new Date(typeof at === 'string' ? at : NaN);
  if (Number.isNaN(instant.getTime())) throw new Error('`at` is no instant');
  return instant;
}

/** The ledger's rows name the viewer, and have the rest beside it. */
function recipientIn(row: Plain, { parties, viewers }: World): Recipient {
  const viewer =
    typeof row['viewer'] === 'object' ? objectIn(row['viewer'], '`viewer`') : { ...row, sub: row['viewer'] };
  const { agency, role, trainings, clearance, contactPoint, sub } = viewer;
  const codes = parties.agencies.map(({ code }) => code);
  return {
    agency: wordIn(agency, 'agency', codes),
    role: wordIn(role, 'role', [...viewers.roles.keys()]),
    ...(Array.isArray(trainings) ? { trainings: trainings.map(String).sort() } : {}),
    ...(typeof clearance === 'string' ? { clearance } : {}),
    ...(typeof contactPoint === 'boolean' ? { contactPoint } : {}),
    ...(typeof sub === 'string' ? { sub } : {}),
  };
}

/** Rows from before whole purposes were recorded have area, use and case number beside each other. */
function purposeIn(row: Plain, { purposes }: World): Purpose | undefined {
  const stated = row['purpose'] ?? (row['area'] === undefined ? undefined : row);
  if (stated === undefined) return undefined;
  const { area, use, case: number, search, stage, matches, offence, request } = objectIn(stated, '`purpose`');
  const rest = { search, stage, matches, offence, request };
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== null));
  return {
    ...(known as Partial<Purpose>),
    area: wordIn(area, 'crime area', [...purposes.areas.keys()]),
    use: wordIn(use, 'use', [...purposes.uses.keys()]),
    case: typeof number === 'string' ? number : '',
  };
}

function wordIn(word: unknown, what: string, known: readonly string[]): string {
  if (typeof word !== 'string') throw new Error(`the ${what} is missing`);
  if (known.includes(word)) return word;
  const hint = didYouMean(word, known);
  throw new Error(`unknown ${what} \`${word}\`${hint ? ` (${hint})` : ''}`);
}

function objectIn(value: unknown, what: string): Plain {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Plain;
  throw new Error(`${what} is no mapping`);
}
