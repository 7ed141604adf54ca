import { stringify } from 'yaml';
import type { Agreement, Withhold } from '../../policy/agreement.ts';
import { openBundle } from '../../policy/bundle.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { PARTIES_TEXT, testWorld } from './document/world.ts';
import { record, shown } from './language/world.ts';
import { KEYS, agreementOf, signedByAll } from './signature/parties.ts';

const WORDS = [{ id: 'I', text: 'words' }];
const withheld = (rest: Partial<Withhold>) => [
  { id: 'I', text: 'words', withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title'], ...rest } },
];
const title = { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title', 'Record.office'] };
const open = agreementOf({ id: 'open', clauses: [{ id: 'I', text: 'words', share: title }] });
const own = (code: string) => ({ [code]: { name: 'Of DEA alone', coordinator: 'DEA', members: ['DEA'] } });

/** The documents as others find them: all signed, by those whose groups were there when they signed. */
function folder(documents: readonly (readonly [Agreement, ...(readonly Agreement[])])[]) {
  const signatures: Record<string, Record<string, string>> = {};
  for (const [agreement, ...known] of documents)
    signatures[agreement.id] = { ...signatures[agreement.id], ...signedByAll(agreement, known) };
  const texts = documents.map(([agreement], at) => ({ path: `${at}.yaml`, text: stringify(agreement) }));
  const opened = openBundle({ parties: PARTIES_TEXT, documents: texts, signatures }, KEYS, testWorld);
  const { agreements, parties } = opened;
  const ruleset = compileRuleset({ agreements, agencies: parties.agencies }, new Date('2026-01-01T00:00:00Z'));
  const to = (coordinate: string) => shown(ruleset, record(), { coordinate });
  const statuses = opened.reports.map(({ status }) => status);
  return { statuses, title: to('Record.title'), office: to('Record.office'), kind: to('Record.kind') };
}

/** A document that DEA signs alone: for itself and for groups that it founds. */
function ofDeaAlone(rest: Partial<Agreement>): Agreement {
  return agreementOf({
    id: 'of-dea',
    parties: ['X-1', 'X-2'],
    groups: { ...own('X-1'), ...own('X-2') },
    ...rest,
    clauses: WORDS,
  });
}

describe('a document that one agency signs alone', () => {
  const kind = { from: ['ICE'], to: ['DEA'], coordinates: ['Record.kind'] };
  const victim = agreementOf({ clauses: [...withheld({}), { id: 'II', text: 'words', share: kind }] });

  it('under the id of an agreement ends what that shares, and nothing that it withholds', () => {
    const before = { title: undefined, office: 'full', kind: 'full' };
    expect(folder([[victim], [open]])).toEqual({ statuses: ['signed', 'signed'], ...before });
    const stranger = ofDeaAlone({ id: victim.id });
    for (const documents of [[[victim], [stranger], [open]] as const, [[stranger], [victim], [open]] as const])
      expect(folder(documents)).toEqual({
        statuses: ['broken', 'broken', 'signed'],
        ...{ ...before, kind: undefined },
      });
  });

  it('under the code of a group ends nothing that is withheld from its members, by it or by others', () => {
    const CTR = { name: 'A centre', coordinator: 'FBI', members: ['ICE', 'DEA', 'FBI'] };
    const charter = (clauses: Agreement['clauses']) =>
      agreementOf({ id: 'charter', parties: ['ICE', 'DEA', 'FBI'], groups: { CTR }, clauses });
    const stranger = ofDeaAlone({ parties: ['DEA', 'CTR'], groups: own('CTR') });
    const byIt = charter(withheld({ to: ['CTR'] }));
    expect(folder([[byIt], [stranger], [open]])).toMatchObject({ title: undefined, office: 'full' });
    const founding = charter(WORDS);
    const byOthers = agreementOf({ id: 'rules', clauses: withheld({ to: ['CTR'] }) });
    expect(folder([[founding], [byOthers, founding], [open]])).toMatchObject({ title: undefined, office: 'full' });
    for (const strangers of [[[founding], [stranger]] as const, [[stranger], [founding]] as const]) {
      const { statuses, ...seen } = folder([...strangers, [byOthers, founding], [open]]);
      expect(statuses).toEqual(['broken', 'broken', 'signed', 'signed']);
      expect(seen).toMatchObject({ title: undefined, office: 'full' });
    }
  });
});
