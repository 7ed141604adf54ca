import { healthOf } from '../../gateway/health.ts';
import type { Rulebook } from '../../platform/rulebook.ts';

const WELL = { absent: [], outdated: [], trouble: undefined };

function health(rulebook: Partial<Pick<Rulebook, 'standing' | 'reports' | 'archived'>>, inForce: object[] = []) {
  const current = {
    standing: { is: 'current' },
    reports: [{ path: 'a.yaml', status: 'signed', mistakes: [] }],
    archived: WELL,
    at: () => ({ digest: 'sha256-1', inForce }),
  };
  return healthOf({ ...current, ...rulebook } as unknown as Rulebook, {});
}

describe('the health that the gateway tells of agreements', () => {
  it('is ok while all that was agreed arrives', () => {
    expect(health({})).toMatchObject({ status: 'ok', agreements: { signed: 1, unsigned: 0, broken: 0 } });
    expect(health({})).not.toHaveProperty('archive');
    expect(JSON.stringify(health({}))).not.toContain('sha256-1');
  });

  it('counts apart those that parties have suspended or left, as long as no two are left', () => {
    const suspendedBy = (...out: string[]) => ({ agreement: { parties: ['ICE', 'DEA', 'ATF'] }, out: new Set(out) });
    const told = health({}, [suspendedBy(), suspendedBy('ICE'), suspendedBy('ICE', 'DEA')]);
    expect(told).toMatchObject({ status: 'ok', agreements: { inForce: 2, withdrawn: 1 } });
  });

  it('counts agreements that are kept from it, names none to whoever asks, and says how that ends', () => {
    const { status, archive } = health({ archived: { ...WELL, absent: ['kept'] } });
    expect(status).toBe('degraded');
    expect(archive).toMatchObject({ absent: 1, outdated: 0 });
    expect(archive?.remedy).toContain('until they arrive again or all their parties sign what takes their place');
    expect(health({ archived: { ...WELL, outdated: ['kept'] } }).status).toBe('degraded');
  });

  it('says that not all is on disk, and not where', () => {
    const { status, archive } = health({ archived: { ...WELL, trouble: '`/srv/archive` cannot be written' } });
    expect([status, archive]).toEqual(['degraded', { trouble: expect.not.stringContaining('/srv') as string }]);
  });
});
