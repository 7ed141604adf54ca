import { openLog } from '../../platform/log.ts';
import { readConfig } from '../../start/config.ts';
import { pagesOf } from '../../start/pages.ts';
import type { Pinned } from '../../start/party.ts';
import { agenciesOf } from '../support/scenario/everyone.ts';

const agencies = agenciesOf(['DEA', 'IRS-CI']);
const pinned = { agencies, log: openLog('silent') } as unknown as Pinned;

describe('the pages', () => {
  it('are served unless they are switched off', async () => {
    expect(readConfig({}).playground).toBe(true);
    expect(readConfig({ PLAYGROUND: 'on' }).playground).toBe(true);
    expect(await pagesOf(readConfig({ PLAYGROUND: 'off' }), pinned)).toBeUndefined();
  });

  it('are not switched by what is neither `on` nor `off`', () => {
    expect(() => readConfig({ PLAYGROUND: 'false' })).toThrow(
      'PLAYGROUND is `false`: set it to `on` or `off`, or leave it out',
    );
  });
});

describe('where viewers sign in', () => {
  const signIn = (env: Readonly<Record<string, string>>) => readConfig(env).signIn(agencies);

  it('is told for each agency', () => {
    const env = { SIGN_IN_IRS_CI: ' https://login.irs-ci.example/realm  pages ', SIGN_IN_DEA: '' };
    expect(signIn(env)).toEqual([
      {
        agency: 'IRS-CI',
        agencyName: 'Internal Revenue Service, Criminal Investigation',
        issuer: 'https://id.irs-ci.example',
        authority: 'https://login.irs-ci.example/realm',
        clientId: 'pages',
      },
    ]);
    expect(signIn({ SIGN_IN_DEA: 'http://localhost:9000 pages' })).toHaveLength(1);
    expect(signIn({})).toEqual([]);
  });

  it.each([
    'https://login.dea.example',
    'pages',
    'https://login.dea.example a b',
    'http://login.dea.example pages',
    'ftp://login.dea.example pages',
    'https://login.dea.example?tenant=1 pages',
    'https://me@login.dea.example pages',
  ])('is not `%s`', (text) => {
    expect(() => signIn({ SIGN_IN_DEA: text })).toThrow(
      `SIGN_IN_DEA is \`${text}\`: set it to an issuer and the id of a client, as \`https://login.dea.example client-id\``,
    );
  });

  it('is told of agencies that there are, even where no page is served', async () => {
    const codes = agencies.map(({ code }) => code);
    const { refuseOtherAgencies } = readConfig({ SIGN_IN_DAE: 'https://login.dea.example pages' });
    expect(() => refuseOtherAgencies(codes)).toThrow('did you mean `SIGN_IN_DEA`?');
    const wrong = readConfig({ SIGN_IN_DEA: 'pages', PLAYGROUND: 'off' });
    await expect(pagesOf(wrong, pinned)).rejects.toThrow('SIGN_IN_DEA is `pages`');
  });
});
