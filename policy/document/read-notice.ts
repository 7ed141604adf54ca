import { NOTICE_SCHEMA } from '../../schema/json-schemas.ts';
import type { Notice } from '../notice.ts';
import type { Locator } from './locate.ts';
import { printMistake } from './mistake.ts';
import { shapeOf } from './shape.ts';

/** A notice that has the right shape, or what is wrong with it. */
export type ReadNotice =
  { readonly kind: 'valid'; readonly notice: Notice } | { readonly kind: 'broken'; readonly why: string };

const SHAPE = shapeOf(NOTICE_SCHEMA);

/** Notices are made by a program: a mistake in one is told without its place. */
const NOWHERE: Locator = { value: () => START, key: () => START };
const START = { line: 1, column: 1 };

/** Reads a notice from a JSON value. Never throws. */
export function readNotice(value: unknown): ReadNotice {
  const [mistake] = SHAPE.mistakes('notice', value, NOWHERE);
  if (mistake) return { kind: 'broken', why: printMistake(mistake) };
  const notice = value as Notice;
  const instants = [notice.given, notice.from, notice.until ?? notice.from];
  const wrong = instants.find((instant) => !isInstant(instant));
  if (wrong !== undefined) return { kind: 'broken', why: `there is no instant \`${wrong}\`` };
  return { kind: 'valid', notice };
}

/** `Date` takes 30 February for 2 March, and another reader may not: parties would see other days. */
function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 19) === text.slice(0, 19);
}
