import { makeDemoToken, type DemoTokenOptions } from '../../../platform/demo-token.ts';
import { readPrivateKeys } from '../../../platform/party-keys.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { everyone } from '../../support/scenario/everyone.ts';
import type { Playground } from './playground.ts';

/** A token of the DEA's issuer for an analyst, with what a test says otherwise. */
export async function tokenOf(
  { home }: Playground,
  otherwise: Partial<DemoTokenOptions> & { readonly issuer?: string } = {},
): Promise<string> {
  const { issuer, ...options } = otherwise;
  const dea: AgencyEntry = everyone().find(({ code }) => code === 'DEA')!;
  const keys = (await readPrivateKeys(home, 'DEA'))!;
  return makeDemoToken({ role: 'analyst', agency: { ...dea, issuer: issuer ?? dea.issuer }, keys, ...options });
}
