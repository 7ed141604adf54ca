import type { Finding, Rule } from './rule.ts';

/** An agreement is signed, then in force, then over. */
export const dates: Rule = ({ agreement: { signed, effective, until } }) => {
  const findings: Finding[] = [];
  if (effective < signed) {
    findings.push({
      path: ['effective'],
      message: `in force from \`${effective}\`, before it was signed on \`${signed}\``,
    });
  }
  if (until !== undefined && until < effective) {
    findings.push({ path: ['until'], message: `over on \`${until}\`, before it is in force on \`${effective}\`` });
  }
  return findings;
};
