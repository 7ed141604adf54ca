import type { ChangeKind } from '../../policy/diff/rows.ts';
import type { DocumentChange } from '../../policy/diff/documents.ts';
import type { Impact } from '../../policy/diff/impact.ts';
import type { Pair } from '../../policy/diff/pairs.ts';
import { contract } from '../../schema/contract.ts';
import type { Mark, Terminal } from '../terminal.ts';

/** How a change is told: what opens first, because it needs a decision. */
const KINDS: Readonly<Record<ChangeKind, { readonly title: string; readonly mark: Mark }>> = {
  opens: { title: 'opens', mark: 'bad' },
  widens: { title: 'opens on more objects, or more fully', mark: 'bad' },
  differs: { title: 'on other objects than before, or in another way', mark: 'bad' },
  narrows: { title: 'closes on some objects, or is shown less fully', mark: 'good' },
  closes: { title: 'closes', mark: 'good' },
};

const ASPECTS: Readonly<Record<Impact['aspect'], string>> = {
  shown: '',
  found: 'found by ',
  CONTACT: 'told of, with whom to call: ',
  EXISTS: 'told of as existing: ',
  SILENT: 'told of to the originator alone: ',
};

/** Kinds of change after which somebody may see what they did not. */
export function isOpening({ kind }: Impact): boolean {
  return kind === 'opens' || kind === 'widens' || kind === 'differs';
}

/**
 * Tells what an amendment does: in its documents, then in what opens and closes.
 * @param broken whether documents were left out because they have mistakes: what those change is not known
 */
export function tell(
  impacts: readonly Impact[],
  documents: readonly DocumentChange[],
  broken: boolean,
  terminal: Terminal,
): void {
  const { print, mark } = terminal;
  if (broken) print(mark('bad', 'documents with mistakes are left out: what they change is not told\n'));
  for (const { id, lines } of documents) {
    print(mark('strong', id));
    for (const line of lines) print(`  ${line}`);
  }
  for (const [kind, { title, mark: style }] of Object.entries(KINDS)) {
    const alike = impacts.filter((impact) => impact.kind === kind);
    if (alike.length === 0) continue;
    print('');
    print(mark(style, title));
    for (const impact of alike) tellOne(impact, terminal);
  }
  if (impacts.length === 0) print(mark(broken ? 'faint' : 'good', nothing(documents.length === 0, broken)));
}

function nothing(sameDocuments: boolean, broken: boolean): string {
  if (!sameDocuments) return '\nno field opens or closes';
  return broken ? 'in the other documents nothing changes' : 'nothing changes';
}

function tellOne(impact: Impact, { print, mark }: Terminal): void {
  const { aspect, pairs, scopes, before, after } = impact;
  print(`  ${mark('strong', ASPECTS[aspect] + fieldsInWords(impact.coordinates))}`);
  for (const line of pairsInWords(pairs)) print(`    ${line}`);
  for (const scope of scopes) print(`    ${scope}`);
  for (const { id, says } of before) print(mark('faint', `    before: ${id} ${says}`));
  for (const { id, says } of after) print(mark('faint', `    now: ${id} ${says}`));
}

/** Categories as a whole where all their fields are there; the other fields one by one. */
function fieldsInWords(coordinates: readonly string[]): string {
  const all = new Set(coordinates);
  const whole = [...contract.categories].filter(([, fields]) => fields.length > 1 && fields.every((f) => all.has(f)));
  const covered = new Set(whole.flatMap(([, fields]) => fields));
  const categories = whole.map(([name, fields]) => `${name} (all ${fields.length} fields)`);
  return [...categories, ...coordinates.filter((coordinate) => !covered.has(coordinate))].join(', ');
}

/** `of ICE, for viewers of DEA, FBI`: recipients together that have the same originators. */
function pairsInWords(pairs: readonly Pair[]): readonly string[] {
  const byOriginators = grouped(
    [...grouped(pairs.map(({ recipient, originator }) => [recipient, originator]))].map(([recipient, originators]) => [
      originators.join(', '),
      recipient,
    ]),
  );
  return [...byOriginators].map(
    ([originators, recipients]) => `of ${originators}, for viewers of ${recipients.join(', ')}`,
  );
}

function grouped(entries: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key = '', value = ''] of entries) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
