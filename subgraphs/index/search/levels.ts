import type { Disclosure } from '../../../policy/rule.ts';

/** The levels at which hits are told of, the most telling first. */
export const LEVELS = ['FULL', 'CONTACT', 'EXISTS'] as const satisfies readonly Disclosure[];

/** Those at which a hit does not show its object. */
export const TOLD = ['CONTACT', 'EXISTS'] as const satisfies readonly Disclosure[];
