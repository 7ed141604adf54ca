import { ask, type Outcome, type Refused } from '../../shared/ask.ts';
import { bearerOf } from '../../shared/session/bearer.ts';
import type { Session } from '../../shared/session/who.ts';
import type { Matrix } from '../model/matrix.ts';
import { ORIGINATORS_AT_ONCE, matrixQuestion, matrixTold, type MatrixTold } from '../model/question.ts';
import type { Told } from '../../shared/told.ts';

/** What a viewer may see of every originator, for their purpose. */
export async function askMatrix(
  session: Session,
  originators: readonly string[],
  signal: AbortSignal,
): Promise<Told<Matrix>> {
  const parts: (readonly [readonly string[], MatrixTold])[] = [];
  for (let at = 0; at < originators.length; at += ORIGINATORS_AT_ONCE) {
    const some = originators.slice(at, at + ORIGINATORS_AT_ONCE);
    const outcome = await askPart(session, some, signal);
    if (outcome.is === 'unreachable') return { is: 'failed' };
    if (outcome.is === 'refused') return outcome satisfies Refused;
    parts.push([some, outcome.data]);
  }
  return { is: 'told', value: matrixTold(parts) };
}

/** A token that the gateway no longer takes is got anew, once. */
async function askPart(
  { viewer, purpose }: Session,
  originators: readonly string[],
  signal: AbortSignal,
): Promise<Outcome<MatrixTold>> {
  const attempt = async (anew: boolean): Promise<Outcome<MatrixTold>> => {
    const token = await bearerOf(viewer, anew).catch(() => null);
    return token === null ? { is: 'unreachable' } : ask(matrixQuestion(originators), { token, purpose }, signal);
  };
  const first = await attempt(false);
  const expired = first.is === 'refused' && first.code === 'TOKEN_INVALID' && viewer?.is === 'persona';
  return expired ? attempt(true) : first;
}
