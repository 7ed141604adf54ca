import type { Pool } from 'pg';
import { begin, type Booked } from './book.ts';
import { alone } from './connection.ts';
import type { Lines, LoadRequest } from './request.ts';
import { countRest } from './rest.ts';
import { takeIn } from './take-in.ts';
import { end } from './withdraw-rest.ts';

/** Does what a call asks for. @returns what is answered */
export async function answerLoad(pool: Pool, request: LoadRequest): Promise<object> {
  switch (request.step) {
    case 'BEGIN':
      return told(await alone(pool, request.agency, (connection) => begin(connection, request)));
    case 'LINES':
      return toldOf(request, await takeIn(pool, request));
    case 'REST':
      return countRest(pool, request);
    case 'END':
      return end(pool, request);
  }
}

function told({ begunAt, finishedAt, lines, rejected, lastRefused }: Booked): object {
  return { begunAt, finishedAt, lines, rejected, refused: lastRefused };
}

/** INVARIANT: what was refused is told of the lines that were sent, and of no others, however often they are sent. */
function toldOf({ from, until }: Lines, booked: Booked): object {
  return told({ ...booked, lastRefused: booked.lastRefused.filter(({ line }) => line > from && line <= until) });
}
