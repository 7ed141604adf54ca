import { Agent, request } from 'undici';
import type { Scenario } from '../../support/scenario/scenario.ts';
import type { Operation } from '../operations/variables.ts';
import { purposeHeader, type Viewer } from '../world/viewers.ts';

/** Everything of an answer that a viewer gets, but the time of day. */
export interface Heard {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}

/** Asks for one viewer. */
export type Ask = (
  operation: Pick<Operation, 'variables'> & { readonly document: { readonly text: string } },
) => Promise<Heard>;

/** The product runs in the test's own process, which a busy machine may keep waiting. */
const PATIENT = new Agent({ connectTimeout: 300_000, headersTimeout: 0, bodyTimeout: 0 });

/** What every answer has of its own: when it was given, and how the connection goes on. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive']);

/** How a viewer asks a gateway. */
export async function asking(scenario: Scenario, viewer: Viewer): Promise<Ask> {
  const { agency, purpose, clearance, ...rest } = viewer;
  const options = {
    ...rest,
    ...(clearance !== undefined && { clearance }),
    purpose: purpose ? purposeHeader(purpose) : null,
  };
  const headers = { 'content-type': 'application/json', ...(await scenario.as(agency, options).headers()) };
  return async ({ document, variables }) => {
    const body = JSON.stringify({ query: document.text, variables });
    const response = await request(`${scenario.url}/graphql`, { method: 'POST', headers, body, dispatcher: PATIENT });
    const told = Object.entries(response.headers).filter(([name]) => !OF_THE_MOMENT.has(name));
    return { status: response.statusCode, headers: JSON.stringify(told), text: await response.body.text() };
  };
}

/** The data of an answer, where it has any. */
export function dataOf({ text }: Heard): Readonly<Record<string, unknown>> | null {
  return (JSON.parse(text) as { readonly data?: Readonly<Record<string, unknown>> | null }).data ?? null;
}

/** Whether two answers are the same to the last byte. */
export const isSame = (a: Heard, b: Heard): boolean =>
  a.status === b.status && a.headers === b.headers && a.text === b.text;

const AROUND = 160;

/** Where two answers begin to differ: in their text, before their headers, of which the length would always be first. */
export function firstDifference(a: Heard, b: Heard): string {
  const whole = ({ status, headers, text }: Heard) => (a.text === b.text ? `${status} ${headers}` : text);
  const [one, other] = [whole(a), whole(b)];
  const at = [...one].findIndex((character, index) => character !== other[index]);
  const from = Math.max(0, (at < 0 ? one.length : at) - AROUND);
  const part = (text: string) => text.slice(from, from + 2 * AROUND);
  return `  here:  …${part(one)}…\n  there: …${part(other)}…`;
}
