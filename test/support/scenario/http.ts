/** An answer as it came. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Posts a GraphQL request, or whatever a test sends in its place. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object | string,
): Promise<Answered> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}
