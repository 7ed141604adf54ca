import type { Treatment } from '../../schema/contract.ts';
import type { Offence, Purpose } from '../../schema/purposes.ts';
import type { Recipient } from '../recipient.ts';

/** What an agreement's authors expect it to show, as the JSON Schema (`schema/expectations.schema.json`) describes it. */
export interface Expectations {
  /** Version of the format. */
  readonly concordat: 1;
  /** The agreement that is tested, beside every other of its folder. */
  readonly agreement: string;
  /** What holds for all tests, unless a test says otherwise. */
  readonly common?: Setting;
  readonly tests: readonly AuthorsTest[];
}

/** One test: objects and what is seen of each, or a matrix of situations. */
export interface AuthorsTest extends Setting {
  readonly name: string;
  /** What is seen of each object, by its name. */
  readonly expect?: Readonly<Record<string, Expected>>;
  /** Situations that the matrix has columns for, each with what is different in it. */
  readonly columns?: Readonly<Record<string, Setting>>;
  /** A table of objects, coordinates and columns. */
  readonly matrix?: string;
}

/** Who asks whom, when, what for, and what objects there are. Parts may be left to a wider setting. */
export interface Setting {
  /** `YYYY-MM-DD`, or RFC 3339 in UTC. */
  readonly at?: string;
  /** Code of the originator. */
  readonly of?: string;
  readonly viewer?: Partial<Recipient>;
  readonly for?: GivenPurpose;
  readonly given?: Readonly<Record<string, GivenObject>>;
  readonly notices?: readonly GivenNotice[];
}

/** A purpose, parts of which a wider setting may state. */
export type GivenPurpose = Partial<Omit<Purpose, 'offence'>> & { readonly offence?: Partial<Offence> };

/** An object: its type, what it is in, and its labels. */
export type GivenObject = Readonly<{ [label: string]: GivenLabel }> & {
  readonly type?: string;
  readonly within?: string;
};

/** The value of a label; `null`: known that there is none. */
export type GivenLabel = string | number | boolean | null | readonly string[];

/** A notice of a party, with effect from the beginning. */
export interface GivenNotice {
  readonly kind: 'suspend' | 'terminate' | 'consent' | 'release';
  readonly party: string;
  /** Absent: the agreement that is tested. */
  readonly agreement?: string;
  readonly clauses?: readonly string[];
  readonly to?: readonly string[];
  /** Names of objects of the test, or their ids. */
  readonly references?: readonly string[];
  readonly uses?: readonly string[];
  readonly request?: string;
}

/** What is seen of an object. Fields are named by category or coordinate. */
export interface Expected {
  /** In full, unless `treated` says otherwise. */
  readonly shows?: 'all' | readonly string[];
  /** As `shows`, and nothing else. */
  readonly only?: readonly string[];
  readonly hides?: 'all' | readonly string[];
  readonly treated?: Readonly<Record<string, Treatment>>;
  readonly disclosure?: Level;
  readonly foundBy?: readonly string[];
  readonly notFoundBy?: readonly string[];
}

/** What a hit discloses of an object, from the most open on. */
export const LEVELS = ['FULL', 'CONTACT', 'EXISTS', 'SILENT', 'NONE'] as const;
export type Level = (typeof LEVELS)[number];
