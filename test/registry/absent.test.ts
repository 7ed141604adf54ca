import { execute, parse } from 'graphql';
import type { SignedAgreement } from '../../policy/lifecycle.ts';
import { rulesetAt } from '../../platform/ruleset-at.ts';
import { buildSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { buildRegistrySubgraph } from '../../subgraphs/registry/subgraph.ts';
import type { Shelf } from '../../subgraphs/registry/shelf.ts';
import { NOBODY, NO_RECORDS, agreement, asking, parties, shelfOf, type Document } from './world.ts';

const pair = agreement('pair', ['ICE', 'ATF']);
const kept = agreement('kept', ['ICE', 'ATF']);

/** A shelf on which documents lie, beside agreements that were seen once, or in another text. */
function shelf(documents: readonly Document[], marked: Partial<SignedAgreement>, digest = 'sha256-kept'): Shelf {
  const { opened, bundle } = shelfOf(documents);
  const others = opened.agreements.filter((other) => other.digest !== digest);
  const whole = { ...opened, agreements: [...others, { agreement: kept, digest, ...marked }] };
  return { opened: whole, bundle, at: (now) => rulesetAt(whole, now) };
}

/** What the registry tells ATF of its agreements: where each stands. */
async function told(on: Shelf) {
  const registry = await buildRegistrySubgraph(parties, on, NO_RECORDS);
  const { schema } = buildSubgraph({ ...registry, lock: 'none', rulebook: on, ...NOBODY });
  const document = parse('{ agreements { id status statusReason digest } }');
  const { data, errors } = await execute({ schema, document, contextValue: registry.contextFor(asking('ATF', on)) });
  expect(errors).toBeUndefined();
  const { agreements } = JSON.parse(JSON.stringify(data)) as { agreements: readonly { id: string }[] };
  return agreements.filter(({ id }) => id === 'kept');
}

describe('the registry tells its parties of an agreement', () => {
  it('that no longer arrives', async () => {
    expect(await told(shelf([{ agreement: pair }], { absent: true }))).toEqual([
      {
        ...{ id: 'kept', status: 'ABSENT', digest: 'sha256-kept' },
        statusReason: 'it no longer arrives signed; what it withholds stays withheld',
      },
    ]);
  });

  it('that arrives without a signature, once, and that it still withholds', async () => {
    const unsigned = { agreement: kept, signatures: { ICE: { status: 'missing' } as const } };
    expect(await told(shelf([unsigned], { absent: true }))).toEqual([
      expect.objectContaining({
        status: 'UNSIGNED',
        statusReason: 'ICE has not signed; what the text withholds that every party signed stays withheld',
      }),
    ]);
  });

  it('that arrives in an older text', async () => {
    expect(await told(shelf([{ agreement: kept }], { outdated: true }))).toEqual([
      expect.objectContaining({ status: 'OUTDATED', statusReason: 'its parties have signed a newer text since' }),
    ]);
  });
});
