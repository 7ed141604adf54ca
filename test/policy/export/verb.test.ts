import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../../cli/main.ts';
import { cedar } from '../oracle/cedar.ts';

const SAMPLES = fileURLToPath(new URL('../../../agreements', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'concordat-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the verb says, and the exit status that it gives. */
async function exported(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const status = await main(['export', ...args], {
    print: (line) => void (said.out += `${line}\n`),
    complain: (line) => void (said.err += `${line}\n`),
    mark: (_, text) => text,
  });
  return { status, ...said };
}

describe('concordat export', () => {
  it('writes policies that Cedar accepts, their schema and their entities', async () => {
    const out = join(folder, 'cedar');
    const { status } = await exported('--cedar', SAMPLES, '--out', out);
    const [policies, schema, entities] = ['policies.cedar', 'schema.cedarschema', 'entities.json'].map((name) =>
      readFileSync(join(out, name), 'utf8'),
    );
    expect(status).toBe(1);
    expect(policies).toMatch(/^\/\/ As it stands at .*\n\/\/ Not carried of .*#/);
    const set = { staticPolicies: policies! };
    expect(cedar.validate({ schema: schema!, policies: set })).toMatchObject({ validationErrors: [] });
    const parsed = JSON.parse(entities!) as Parameters<typeof cedar.checkParseEntities>[0]['entities'];
    expect(cedar.checkParseEntities({ schema: schema!, entities: parsed })).toEqual({ type: 'success' });
  });

  it('writes the policies of the file that was named, with the members that its neighbours tell of', async () => {
    const { out } = await exported('--cedar', join(SAMPLES, 'ofc-2009.yaml'));
    expect(new Set(out.match(/(?<=@clause\(")[a-z0-9-]+(?=#)/g))).toEqual(new Set(['ofc-2009', 'marks']));
    expect(out).toContain('Agency::"ICE"');
  });

  it('writes an ODRL document for each agreement, and tells by its exit status what is lost', async () => {
    const out = join(folder, 'odrl');
    const { status, err } = await exported('--odrl', SAMPLES, '--out', out);
    expect(status).toBe(1);
    expect(readdirSync(out)).toContain('ofc-2009.jsonld');
    expect(err).toMatch(/^not carried of [a-z0-9-]+#\S+: a clause in words/m);
  });

  it('tells as JSON what cannot be carried', async () => {
    const { out } = await exported('--odrl', join(SAMPLES, 'ofc-ice-2009.yaml'), '--json');
    const { notCarried } = JSON.parse(out) as { notCarried: readonly { clause: string }[] };
    expect(notCarried.length).toBeGreaterThan(0);
    for (const { clause } of notCarried) expect(clause).toMatch(/^ofc-ice-2009(#|$)/);
  });

  it('wants to know the language', async () => {
    expect(await exported(SAMPLES)).toMatchObject({ status: 2, err: 'error: choose one: `--cedar` or `--odrl`\n' });
  });
});
