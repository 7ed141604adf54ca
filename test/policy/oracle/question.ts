import type { Row } from '../../../policy/condition/evaluate.ts';
import type { Recipient } from '../../../policy/recipient.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import type { Purpose } from '../../../schema/purposes.ts';

/** One cell that somebody asks for. */
export interface Question {
  readonly viewer: Recipient;
  readonly purpose: Purpose | undefined;
  readonly originator: string;
  readonly coordinate: Coordinate;
  readonly row: Row;
}
