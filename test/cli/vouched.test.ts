import { UsageError } from '../../cli/usage.ts';
import { vouchedViewer } from '../../cli/vouched.ts';

function refused(role: string | undefined, options: Parameters<typeof vouchedViewer>[1] = {}): string {
  try {
    vouchedViewer(role, options);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
  }
  return 'accepted';
}

describe('a viewer on the command line', () => {
  it('has what is vouched for, and nothing else', () => {
    expect(vouchedViewer('analyst', {})).toEqual({ role: 'analyst' });
    expect(vouchedViewer('attache', { training: ['privacy'], clearance: 'top-secret', contactPoint: true })).toEqual({
      role: 'attache',
      trainings: ['privacy'],
      clearance: 'top-secret',
      contactPoint: true,
    });
  });

  it('has a role, trainings and a clearance of `schema/viewers.yaml`, and is told which there are', () => {
    expect(refused('spy')).toMatch(/^unknown role `spy`: one of analyst, investigator, .*, auditor$/);
    expect(refused(undefined)).toMatch(/^the role is missing: one of analyst, investigator, .*, auditor$/);
    expect(refused('analyst', { training: ['privacy', 'privaty'] })).toMatch(
      /^unknown training `privaty`: one of privacy, wiretap-minimization, .*; did you mean `privacy`\?$/,
    );
    expect(refused('analyst', { clearance: 'top_secret' })).toBe(
      'unknown clearance `top_secret`: one of restricted, confidential, secret, top-secret; did you mean `top-secret`?',
    );
  });
});
