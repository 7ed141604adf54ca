import { decodeProtectedHeader } from 'jose';
import { agreed } from '../../support/scenario/agreed.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { newKey } from '../../support/scenario/keys.ts';
import { PURPOSE, useScenario } from '../../support/scenario/scenario.ts';
import { startIssuer } from './issuer.ts';

const AGENCIES = ['DEA', 'ICE'];
const VIEWER = { sub: 'dana.whitlock', name: 'Dana Whitlock', role: 'analyst', trainings: ['privacy'] };
const [dea] = agenciesOf(AGENCIES);
const agreement = agreed(AGENCIES, [
  { id: '1', share: { from: AGENCIES, to: AGENCIES, categories: ['RECORD_SUMMARY'] } },
]);
const scenario = useScenario({ agencies: AGENCIES, agreements: [agreement], data: { DEA: [], ICE: [] } });

// The provider warns of Node.js 20, and that it keeps what it knows in memory.
const { warn } = console;
beforeAll(() => void Object.assign(console, { warn: () => undefined }));
afterAll(() => void Object.assign(console, { warn }));

/** What a viewer sees who has signed in where an agency's viewers do, with these keys. */
async function signedIn(keys = scenario.secrets.parties.secret.get('DEA')!) {
  const issuer = await startIssuer(dea!, keys, VIEWER);
  const token = await issuer.signIn();
  await issuer.stop();
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': PURPOSE, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ records(first: 1) { totalCount } }' });
  const response = await fetch(`${scenario.url}/graphql`, { method: 'POST', headers, body });
  return { token, answer: await response.json() };
}

describe('a viewer who signs in at an OpenID provider of their agency', () => {
  it('asks with the access token that they get there', async () => {
    const { token, answer } = await signedIn();
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' });
    expect(answer).toMatchObject({ data: { records: { totalCount: 0 } } });
    expect(answer).not.toHaveProperty('errors');
  });

  it('is refused where the provider signs with a key that the agency never published', async () => {
    const keys = { ...scenario.secrets.parties.secret.get('DEA')!, viewers: newKey('DEA-viewers') };
    const { answer } = await signedIn(keys);
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'TOKEN_INVALID' } }] });
  });
});
