import type { Remembered } from '../../policy/archive.ts';

/** What is no longer kept back once a party forgets an agreement or a notice, in words. */
export function openedByForgetting({ agreements, notices }: Remembered, digest: string): readonly string[] {
  const agreement = agreements.get(digest)?.agreement;
  const notice = notices.get(digest)?.notice;
  if (notice)
    return [`WARNING: the notice ${notice.notice} (${notice.kind}) of ${notice.party} counts only while it arrives`];
  if (!agreement) return [];
  const withholding = agreement.clauses.filter(({ withhold }) => withhold);
  if (withholding.length === 0) return [`${agreement.id} withholds nothing by itself`];
  return [
    `WARNING: from now on this is withheld only while ${agreement.id} arrives signed by all, or by other agreements:`,
    ...withholding.map(({ id, text }) => `  ${agreement.id}#${id} ${text.trim().replaceAll(/\s+/g, ' ')}`),
  ];
}
