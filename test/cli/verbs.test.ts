import { readFileSync } from 'node:fs';
import type { MatrixTable } from '../../cli/matrix/table.ts';
import { FOLDER, changed, concordat, golden, place, steady, usePlaces } from './concordat.ts';

usePlaces();

const AT = ['--at', '2026-03-01'];
const SHOWN = ['RECORD_SUMMARY', 'RECORD_NARRATIVE', 'PERSONAL_IDENTITY', 'COMMUNICATIONS_INTERCEPT'];

const RELEASE =
  'a release of the object by ICE for the request that the purpose states: `concordat release ice-dea-2012 --party ICE …`';
const CONSENT = "ICE's consent to the object: `concordat consent ice-dea-2012 --party ICE …`";
const COURT = "ICE's consent to the object as evidence: `concordat consent ice-dea-2012 --party ICE --use evidence …`";
const MATCH = "state the `match` of the object, which the viewer's staff has confirmed";

/** What every stage after `match` asks for. */
const CORE = ['--match', 'ICE-1', '--offence', '18 USC 1591', '--offence-months', '120'];

/** The small folder, whose first clause shares the synopsis of every record of ICE, but waits. */
function waiting(wait: string): string {
  return changed(
    'ice-dea-2012.yaml',
    ['coordinates: [Record.synopsis, Record.title]', 'coordinates: [Record.synopsis]'],
    ['      treatments: { Record.title: masked }\n', ''],
    ['      where: { crimeAreas: { anyOf: [drug-trafficking] } }\n', ''],
    ['for: { areas: [drug-trafficking], uses: [investigation] }', wait],
  );
}

describe('concordat compile', () => {
  const compile = (...args: readonly string[]) => concordat('compile', FOLDER, ...AT, ...args);

  it('tells what is in force, why other agreements are not, and until when it holds', async () => {
    const { out, ...rest } = await compile();
    expect({ ...rest, out: steady(out) }).toEqual({ status: 0, out: golden('compile.txt'), err: '' });
  });

  it('writes the whole ruleset as JSON, with its digest and the members of groups', async () => {
    const path = place('ruleset.json');
    expect((await compile('--json', '--out', path)).err).toBe(`wrote ${path}\n`);
    const ruleset = JSON.parse(readFileSync(path, 'utf8')) as { rules: readonly { id: string }[] };
    expect(ruleset).toMatchObject({
      until: '2027-01-01T00:00:00.000Z',
      notInForce: [{ id: 'ice-dea-later', status: 'not-yet', standing: 'in force only from 2027-01-01' }],
      groups: { CTR: [{ agency: 'ATF', participation: 'active', since: null }, {}, {}] },
    });
    expect(ruleset.rules.map(({ id }) => id)).toEqual([
      'centre-2010#1',
      'ice-dea-2012#A.1',
      'ice-dea-2012#A.2',
      'ice-dea-2012#A.3',
      'ice-dea-2012#B.1',
    ]);
  });

  it('writes the ruleset as documents in normal form, without groups and categories', async () => {
    const documents = (await compile('--normal-form')).out.split('---\n').slice(1);
    expect(documents.map((text) => /^id: (.*)$/m.exec(text)?.[1])).toEqual(['centre-2010', 'ice-dea-2012']);
    expect(documents.join('')).not.toMatch(/groups:|categories:|CTR/);
    const listed = JSON.parse((await compile('--normal-form', '--json')).out) as readonly { clauses: unknown }[];
    expect(listed.map(({ clauses }) => clauses)).toEqual([expect.any(Array), expect.any(Array)]);
  });

  it('lets a document with a mistake disclose nothing, says so, and fails', async () => {
    const folder = changed('ice-dea-2012.yaml', ['[Record.narrative]', '[Record.narative]']);
    const { status, out, err } = await concordat('compile', folder, ...AT);
    expect(status).toBe(1);
    expect(out).not.toContain('ice-dea-2012');
    expect(err).toMatch(/ice-dea-2012\.yaml is broken and discloses nothing:\n {2}.*`Record\.narative`/);
  });

  it('counts only what is signed when it is told where signatures are', async () => {
    const home = place('home');
    await concordat('keygen', 'ICE', '--out', home);
    const signed = ['--signatures', `${home}/signatures`, '--keys', `${home}/keys`, '--notices', `${home}/notices`];
    const { status, out, err } = await compile(...signed);
    expect({ status, rules: /rules +(\d+)/.exec(out)?.[1] }).toEqual({ status: 0, rules: '0' });
    expect(out).not.toContain('as if');
    expect(err).toContain('ice-dea-2012.yaml is unsigned and discloses nothing:\n  ICE: missing\n  DEA: missing');
  });
});

describe('concordat matrix', () => {
  const asked = ['--to', 'DEA', '--from', 'ICE', 'FBI', 'ATF', 'USAO', '--for', 'drug-trafficking/investigation'];
  const matrix = (...args: readonly string[]) =>
    concordat('matrix', FOLDER, ...AT, ...asked, '--category', ...SHOWN, ...args);

  it.each(['terminal', 'markdown', 'html'])('tells who sees what of whom (%s)', async (format) => {
    const told = { status: 0, out: golden(`matrix-${format}.txt`), err: '' };
    const { out, ...rest } = await matrix('--format', format);
    expect({ ...rest, out: steady(out) }).toEqual(told);
  });

  it('is a page that needs nothing else, in which what authors write is never markup', async () => {
    const { out } = await matrix('--format', 'html');
    expect(out).not.toMatch(/<script|<img|<link|src=|href="(?!#)|url\(|@import/i);
    expect(out).toContain('The &#60;script&#62;alert(&#39;line&#39;)&#60;/script&#62; | of an intercept');
    const ids = new Set([...out.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const linked = [...out.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(linked.filter((id) => !ids.has(id))).toEqual([]);
    expect(linked.length).toBeGreaterThan(0);
  });

  it('is a table whose rows have as many cells as its head, whatever authors write', async () => {
    const { out } = await matrix('--format', 'markdown');
    const rows = out.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).length);
    expect(new Set(cells).size).toBe(1);
    expect(out).not.toContain('<script>');
  });

  it('tells the same as JSON', async () => {
    const { out } = await matrix('--json');
    const table = JSON.parse(out) as Pick<MatrixTable, 'columns' | 'groups'>;
    expect(table.columns.map(({ originators }) => originators)).toEqual([['ICE'], ['FBI', 'ATF'], ['USAO']]);
    expect(table.groups.find(({ category }) => category === 'RECORD_NARRATIVE')?.rows).toMatchObject([
      {
        coordinate: 'Record.narrative',
        cells: [
          { disclosure: 'CLOSED', reason: 'PURPOSE_NOT_COVERED', clauses: ['ice-dea-2012#A.2'] },
          { disclosure: 'CLOSED', reason: 'NOT_COVERED', clauses: [] },
          { disclosure: 'CLOSED', reason: 'NOT_COVERED', clauses: [] },
        ],
      },
    ]);
  });

  it('shows a viewer who has what clauses ask for more', async () => {
    const prosecution = ['--to', 'DEA', '--for', 'drug-trafficking/prosecution', '--role', 'prosecutor'];
    const narrative = async (...more: readonly string[]) => {
      const { out } = await concordat('matrix', FOLDER, ...AT, ...prosecution, '--from', 'ICE', ...more);
      return /Record\.narrative +(.*)/.exec(out)?.[1];
    };
    expect(await narrative()).toBe('· other viewers [2]');
    expect(await narrative('--training', 'privacy')).toBe('· later stage [2]');
    expect(await narrative('--stage', 'match', '--match', 'ICE-1')).toBe('· other viewers [2]');
    expect(await narrative('--stage', 'match', '--match', 'ICE-1', '--training', 'privacy')).toBe('● open [2]');
  });

  it('names a clause that waits for a notice, where nothing is named yet', async () => {
    const cell = async (wait: string, ...args: readonly string[]) => {
      const purpose = ['--for', 'drug-trafficking/investigation'];
      const { out } = await concordat(
        'matrix',
        waiting(wait),
        ...AT,
        '--to',
        'DEA',
        '--from',
        'ICE',
        ...purpose,
        ...args,
      );
      return /Record\.synopsis +(.*)/.exec(out)?.[1];
    };
    expect(await cell('consent: true')).toBe('· waits for a release or a consent [1]');
    expect(await cell('for: { released: true }', '--request', 'RFI-7')).toBe('· waits for a release or a consent [1]');
  });

  it('asks back when a word is unknown', async () => {
    const wrong = async (...args: readonly string[]) => {
      const { status, err } = await concordat('matrix', FOLDER, ...args);
      return `${status} ${err}`;
    };
    const purpose = ['--for', 'drug-trafficking/investigation'];
    expect(await wrong('--to', 'DAE', ...purpose)).toBe('2 error: unknown agency `DAE` (did you mean `DEA`?)\n');
    expect(await wrong('--to', 'DEA', '--for', 'drugs')).toContain('`--for drugs` is not an area and a use');
    expect(await wrong('--to', 'DEA', '--for', 'drug-traficking/investigation')).toContain('`drug-trafficking`');
    expect(await wrong('--to', 'DEA', ...purpose, '--training', 'privacey')).toContain('did you mean `privacy`');
    expect(await wrong('--to', 'DEA', ...purpose, '--stage', 'hits')).toMatch(/^2 .*one of hit, match/);
    expect(await wrong('--to', 'DEA', ...purpose, '--at', 'someday')).toContain('`someday` is no date');
    for (const day of ['2026-02-30', '2026-02-30T12:00:00Z', '2025-02-29', '2026-13-01'])
      expect(await wrong('--to', 'DEA', ...purpose, '--at', day)).toContain(`2 error: \`${day}\` is no date`);
    expect(await wrong('--to', 'DEA')).toMatch(/^2 error: required option '--for/);
  });
});

describe('concordat explain', () => {
  const explain = (field: string, purpose: string, ...args: readonly string[]) =>
    concordat('explain', field, FOLDER, ...AT, '--from', 'ICE', '--to', 'DEA', '--for', purpose, ...args);
  const matched = ['--role', 'prosecutor', '--training', 'privacy', '--stage', 'match', '--match', 'ICE-1'];

  it.each([
    ['what would have to change', 'closed', 'Record.narrative', 'drug-trafficking/investigation', []],
    ['what the searcher does not learn', 'silent', 'Person.surname', 'drug-trafficking/investigation', []],
    ['what withholds', 'withheld', 'WiretapIntercept.line', 'drug-trafficking/investigation', []],
    ['what opens', 'open', 'Record.narrative', 'drug-trafficking/prosecution', matched],
    ['what is not in force', 'dormant', 'Record.synopsis', 'money-laundering/investigation', []],
  ] as const)('tells %s', async (_, name, field, purpose, args) => {
    expect(await explain(field, purpose, ...args)).toEqual({ status: 0, out: golden(`explain-${name}.txt`), err: '' });
  });

  it('tells the same as JSON', async () => {
    const { out } = await explain('Record.title', 'drug-trafficking/investigation', '--json');
    expect(JSON.parse(out)).toMatchObject({
      coordinate: 'Record.title',
      disclosure: 'OPEN',
      treatments: ['masked'],
      speaking: [{ id: 'ice-dea-2012#A.1', treatment: 'masked', rows: '`crimeAreas` has drug-trafficking' }],
      changes: [],
    });
  });

  it.each([
    ['a release', 'for: { released: true }', [], ['state the `request`', RELEASE]],
    ['a release for the request', 'for: { released: true }', ['--request', 'RFI-7'], [RELEASE]],
    ['a follow-up', 'for: { stage: follow-up }', [], ['state the stage `follow-up`', 'state the `request`', RELEASE]],
    ['a follow-up', 'for: { stage: follow-up }', ['--stage', 'follow-up', '--request', 'RFI-7', ...CORE], [RELEASE]],
    ['a consent', 'consent: true', [], [CONSENT]],
    ['a match', 'for: { stage: match }', [], ['state the stage `match`', MATCH]],
    ['a consent, in court', 'obligations: { evidence: with-consent }', ['--for', 'drug-trafficking/evidence'], [COURT]],
  ])('tells what a clause waits for: %s (%s, %j)', async (_, wait, args, changes) => {
    const { out } = await concordat(
      ...['explain', 'Record.synopsis', waiting(wait), ...AT, '--from', 'ICE', '--to', 'DEA'],
      ...['--for', 'drug-trafficking/investigation', ...args],
    );
    expect(out).toContain('· not shown');
    expect(out).not.toMatch(/shares on every object|- *$/m);
    expect(out).toContain(`  - ${changes.join(', and ')} (ice-dea-2012#A.1)\n`);
  });

  it('tells on which objects a clause speaks once they are named', async () => {
    const args = ['--for', 'drug-trafficking/investigation', '--stage', 'match', '--match', 'ICE-1'];
    const folder = waiting('for: { stage: match }');
    const { out } = await concordat('explain', 'Record.synopsis', folder, '--from', 'ICE', '--to', 'DEA', ...args);
    expect(out).toContain("; of those, what the viewer's staff has matched, and what is in it\n");
  });

  it('tells how somebody takes part in a group, where that keeps a clause from speaking', async () => {
    const folder = changed('ice-dea-2012.yaml', [
      'parties: [ICE, DEA]',
      'parties: [ICE, DEA, CTR]\naccessions: [{ party: DEA, to: CTR, participation: observer }]',
    ]);
    const ask = (from: string, to: string) =>
      concordat(
        'explain',
        'Person.surname',
        folder,
        ...AT,
        '--from',
        from,
        '--to',
        to,
        '--for',
        'drug-trafficking/analysis',
      );
    expect((await ask('FBI', 'DEA')).out).toContain('only for active participants, and DEA is observer');
    expect((await ask('DEA', 'FBI')).out).toContain('not of DEA, which is an observer');
  });

  it('asks back about fields that nobody has, and about data of the own agency', async () => {
    expect((await explain('Record.narrativ', 'drug-trafficking/analysis')).err).toContain('`Record.narrative`');
    const own = await explain('Record.title', 'drug-trafficking/analysis', '--from', 'DEA');
    expect(own).toEqual({ status: 2, out: '', err: 'error: `DEA` sees all of its own data: name two agencies\n' });
  });
});
