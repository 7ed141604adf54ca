import { accountOf } from '../accounts.ts';
import { later } from '../calendar.ts';
import type { CaseFile } from '../case-file.ts';
import type { AccountValue, TransactionValue } from '../entities.ts';
import { cents, money } from '../money.ts';
import { fullName } from '../persona.ts';
import type { Random } from '../random.ts';
import type { RecordContent, RecordPlan } from './content.ts';
import { someSubjects } from './report.ts';

/** Financial investigative material: accounts of those in the case, and transfers between them. */
export function financialContent({ file, at, occurredOn }: RecordPlan): RecordContent {
  const { gaps } = file;
  const accounts = accountsOf(file);
  const sums = Array.from({ length: at.int(2, 8) }, () => cents(at, 95_000));
  const institutions = [...new Set(accounts.map(({ institution }) => institution))];
  const total = money(sums.reduce((sum, each) => sum + each, 0));
  return {
    title: `Account records: ${gaps.organization}`,
    synopsis: `${sums.length} transfers, ${total.amount} ${total.currency} in all, at ${institutions.length} institutions.`,
    narrative: `Statements were obtained from ${institutions.join(', ')}. Transfers lead from ${gaps.courier} to ${gaps.leader}.`,
    subjectIds: someSubjects(at, file),
    investigation: null,
    intercept: null,
    financial: {
      accounts,
      institutions,
      totalAmount: total,
      transactions: sums.map((sum, index) => transaction(at, accounts, sum, later(occurredOn, index * 3))),
    },
  };
}

/** Those of the organization and of up to three suspects; the same numbers are in every agency's file. */
function accountsOf({ seed, matter, known }: CaseFile): readonly AccountValue[] {
  const { organization, index } = matter;
  const suspects = known.filter(({ role }) => role !== 'victim' && role !== 'witness').slice(0, 3);
  return [
    ...(organization ? [accountOf(seed, `organization:matter:${index}`, organization.names[0] ?? '')] : []),
    ...suspects.map(({ persona }) => accountOf(seed, persona.key, fullName(persona))),
  ];
}

function transaction(at: Random, accounts: readonly AccountValue[], sum: number, executedOn: string): TransactionValue {
  const [from, to] = [at.pick(accounts), at.pick(accounts)];
  return {
    executedOn,
    amount: money(sum),
    fromAccount: from.number,
    toAccount: from === to ? `0000${at.digits(8)}` : to.number,
    reference: at.pick(REFERENCES),
  };
}

const REFERENCES: readonly string[] = [
  'consulting',
  'family support',
  'invoice',
  'loan',
  'rent',
  'repayment',
  'samples',
];
