import type { Consent, Notice, Release } from '../../policy/notice.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Effects } from './effects.ts';
import type { Flow } from './flows.ts';

/** What a notice does, line by line. */
export function effectsInWords(effects: Effects, notice: Notice): readonly string[] {
  return [
    `${notice.notice}: ${saidOf(notice, effects)}`,
    ...effects.closes.map((flow) => `closes:  ${inWords(flow)}`),
    ...listed('closes:  de-confliction for', notice.party, effects.endsDuties),
    ...effects.opens.map((flow) => `opens:   ${inWords(flow)}`),
    ...listed('opens:   de-confliction for', notice.party, effects.restoresDuties),
    ...remarks(notice, effects),
  ];
}

function saidOf(notice: Notice, { effective, noticeDays }: Effects): string {
  const { party, agreement, until } = notice;
  const when = `from ${effective}${until ? ` until ${until}` : ''}`;
  switch (notice.kind) {
    case 'suspend': {
      const clauses = notice.clauses?.map((clause) => `${agreement}#${clause}`).join(', ');
      return `${party} suspends ${clauses ?? agreement} ${when}${until ? '' : ', until it resumes'}`;
    }
    case 'resume':
      return `${party} takes back what it suspended of ${agreement}, ${when}`;
    case 'terminate':
      return `${party} leaves ${agreement} for good, ${when}${noticeDays > 0 ? ` (${noticeDays} days of notice)` : ''}`;
    case 'consent':
      return `${party} consents that ${notice.to.join(', ')} may have ${notice.references.join(', ')}, ${when}`;
    case 'release':
      return `${party} releases ${notice.references.join(', ')} to ${notice.to.join(', ')} for ${notice.request}, ${when}`;
  }
}

function inWords({ clauses, originators, recipients }: Flow): string {
  return `data of ${originators.join(', ')} to ${recipients.join(', ')}, under ${clauses.join(', ')}`;
}

function listed(what: string, party: string, clauses: readonly ClauseId[]): readonly string[] {
  return clauses.length > 0 ? [`${what} ${party}, under ${clauses.join(', ')}`] : [];
}

function remarks(notice: Notice, effects: Effects): readonly string[] {
  if (notice.kind === 'consent') return remarksOnConsent(notice);
  if (notice.kind === 'release') return remarksOnRelease(notice, effects);
  const { closes, opens, endsDuties, restoresDuties, stays } = effects;
  const changes = [closes, opens, endsDuties, restoresDuties].some((list) => list.length > 0);
  const kept = stays.length > 0 ? [`stays:   what is withheld by ${stays.join(', ')}`] : [];
  return changes ? kept : ['changes: nothing, as things stand', ...kept];
}

function remarksOnConsent({ party, uses }: Consent): readonly string[] {
  const covered = uses ? uses.join(', ') : 'any that clauses cover, `evidence` excepted';
  return [
    `for:     ${covered}`,
    `lifts:   the marks that ${party} put on them, and the third-party rule where others hold them from ${party}`,
    'stays:   clauses must share them, and what clauses withhold stays withheld',
  ];
}

function remarksOnRelease({ request }: Release, { releases }: Effects): readonly string[] {
  const under =
    releases.length > 0 ? releases.join(', ') : 'no clause: none of this agreement waits for a release to them';
  return [
    `opens:   to viewers whose purpose states request=${request}, at the stage that the clause asks for`,
    `under:   ${under}`,
  ];
}
