import { purposes, type Term } from '../../schema/purposes.ts';
import type { Context } from './contexts.ts';
import { joined, type Product } from './products.ts';

const DIMENSIONS = ['uses', 'areas', 'special', 'role', 'officer', 'search', 'months', 'stage'] as const;
type Dimension = (typeof DIMENSIONS)[number];

/** Most codes that are told one by one, if fewer are left out. */
const MOST_TOLD = 4;

/**
 * For whom and for what, in words; each line is a set of questions of its own.
 * @param contexts those for which something is so
 * @param all every question that the clauses can tell apart: what holds for all values of one kind needs no word
 */
export function scopesInWords(contexts: readonly Context[], all: readonly Context[]): readonly string[] {
  const whole = joined(all.map(productOf), DIMENSIONS)[0]!;
  return joined(contexts.map(productOf), DIMENSIONS).map((product) => inWords(product, whole));
}

function productOf(context: Context): Product<Dimension> {
  const { areas, uses, role, special, officer, stage, search, months } = context;
  return {
    areas,
    uses,
    role: [role ?? ''],
    special: [special ? 'special' : ''],
    officer: [officer ?? ''],
    stage: [stage],
    search: [search ?? ''],
    months: [months === undefined ? '' : `${months}`],
  };
}

function inWords(product: Product<Dimension>, whole: Product<Dimension>): string {
  const isWhole = (dimension: Dimension) => product[dimension].length === whole[dimension].length;
  const codes = (dimension: Dimension) => product[dimension].filter((code) => code !== '');
  const areas = isWhole('areas') ? 'any crime area' : listed(product.areas, purposes.areas);
  const uses = isWhole('uses') ? 'any use' : listed(product.uses, purposes.uses);
  const isAny = isWhole('areas') && isWhole('uses');
  return [
    isAny ? 'for any purpose' : `for ${areas} (${uses})`,
    ...(isWhole('role') ? [] : [roleInWords(product.role)]),
    ...(isWhole('special') ? [] : [specialInWords(product.special)]),
    ...(isWhole('officer') ? [] : [officersInWords(codes('officer'))]),
    ...(isWhole('search') ? [] : [`by ${codes('search').join(', ') || 'other'} searches`]),
    ...(isWhole('months') ? [] : [monthsInWords(codes('months'))]),
    ...(isWhole('stage') ? [] : [stageInWords(product.stage, whole.stage)]),
  ].join(', ');
}

/** Codes one by one, or all but some, whichever is shorter; what lies under a code that is told is not. */
function listed(codes: readonly string[], terms: ReadonlyMap<string, Term>): string {
  const others = [...terms.keys()].filter((code) => !codes.includes(code));
  if (codes.length > MOST_TOLD && others.length < codes.length) return `all but ${widest(others, terms).join(', ')}`;
  return widest(codes, terms).join(', ');
}

/** Without the codes that lie under another of them, if all that lie under that one are there. */
function widest(codes: readonly string[], terms: ReadonlyMap<string, Term>): readonly string[] {
  const isWhole = (code: string) =>
    [...terms.values()].every((term) => term.under !== code || codes.includes(term.code));
  return [...terms.keys()].filter((code) => {
    const under = terms.get(code)?.under;
    return codes.includes(code) && !(under && codes.includes(under) && isWhole(under));
  });
}

/** @param all from the first stage to the last that clauses tell apart */
function stageInWords(stages: readonly string[], all: readonly string[]): string {
  const first = all.findIndex((stage) => stages.includes(stage));
  const onwards = all.slice(first).every((stage) => stages.includes(stage));
  return onwards ? `from the stage ${all[first]} on` : `at the stage ${stages.join(', ')}`;
}

function roleInWords(roles: readonly string[]): string {
  const named = roles.filter((role) => role !== '');
  if (named.length === roles.length) return `viewers in the role ${named.join(' or ')}`;
  return named.length === 0 ? 'viewers in other roles' : `viewers in the role ${named.join(' or ')}, or in others`;
}

function specialInWords(special: readonly string[]): string {
  return special.includes('special')
    ? 'viewers with the trainings, the clearance and the office that clauses ask for'
    : 'viewers without trainings, clearance and office';
}

function officersInWords(officers: readonly string[]): string {
  return officers.length > 0 ? `the officers ${officers.join(', ')}` : 'other officers';
}

function monthsInWords(months: readonly string[]): string {
  return months.length > 0 ? `with an offence of ${months.join(' or ')} months` : 'with no such offence';
}
