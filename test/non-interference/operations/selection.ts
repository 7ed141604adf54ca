import type { Random } from '../../../subgraphs/agency/data/random.ts';
import { contract } from '../../../schema/contract.ts';
import { AGENCIES, OWN_FIELDS, PREFIXES } from '../words.ts';

/** A document in the making. */
export interface Writing {
  readonly random: Random;
  /** Named fragments. */
  readonly fragments: string[];
  /** Gives every alias and fragment another name. */
  count: number;
}

/** Fields of objects that are met by themselves, and of what they carry. Those of subjects are in fragments. */
export function selectionOn(type: string, depth: number, writing: Writing): string {
  const { random } = writing;
  if (type === 'Subject') return subjectsSelection(depth, writing);
  const fields = [...(contract.types.get(type)?.fields.values() ?? [])].filter(({ field }) => field !== 'labels');
  const leads = fields.filter(({ valueType }) => ENTITIES.has(valueType));
  const plain = fields.filter(
    ({ valueType, field }) => !ENTITIES.has(valueType) && !['id', 'originator'].includes(field),
  );
  const picked = [
    ...random.sample(plain, random.int(1, 5)),
    ...(depth > 0 ? random.sample(leads, random.int(1, 2)) : []),
  ];
  const nodes = picked.map(({ field, valueType }) => fieldOf(field, valueType, depth, writing));
  if (ENTITIES.has(type)) nodes.push(...structural(random), ...ofOneAgency(type, writing));
  return `{ ${nodes.join(' ')} }`;
}

const ENTITIES: ReadonlySet<string> = new Set([
  'Record',
  'Case',
  'LiaisonContact',
  'Subject',
  'Person',
  'Group',
  'Organization',
]);

/** A field, sometimes under another name, sometimes twice, sometimes on a condition, sometimes in a fragment. */
function fieldOf(field: string, valueType: string, depth: number, writing: Writing): string {
  const { random } = writing;
  const inner = contract.types.has(valueType) ? ` ${selectionOn(valueType, depth - 1, writing)}` : '';
  const alias = () => `${field}_${(writing.count += 1)}: ${field}${directive(random)}${inner}`;
  if (random.chance(0.12)) return `${field}${inner} ${alias()}`;
  return random.chance(0.15) ? alias() : `${field}${random.chance(0.1) ? directive(random) : ''}${inner}`;
}

function directive(random: Random): string {
  return random.pick(['', '', ' @include(if: $yes)', ' @skip(if: $no)', ' @include(if: $no)', ' @skip(if: $yes)']);
}

function structural(random: Random): readonly string[] {
  return [
    ...(random.chance(0.7) ? ['id'] : []),
    ...(random.chance(0.4) ? ['__typename'] : []),
    ...(random.chance(0.3) ? ['originator { code }'] : []),
    ...(random.chance(0.06) ? ['originator { code name desk { phone } }'] : []),
  ];
}

/** A fragment on the type of one agency, with what only that agency has. */
function ofOneAgency(type: string, writing: Writing): readonly string[] {
  const { random } = writing;
  if (type === 'Record' && random.chance(0.25)) {
    const [agency, own] = random.pick(Object.entries(OWN_FIELDS));
    return [`... on ${PREFIXES[agency]}Record { ${own.split('.')[1]} title }`];
  }
  if (!random.chance(0.12)) return [];
  const name = `F${(writing.count += 1)}`;
  const on = random.chance(0.5) ? type : `${PREFIXES[random.pick(AGENCIES)]}${type}`;
  writing.fragments.push(`fragment ${name} on ${on} ${selectionOn(type, 0, writing)}`);
  return [`...${name}${random.chance(0.3) ? directive(random) : ''}`];
}

function subjectsSelection(depth: number, writing: Writing): string {
  const { random } = writing;
  const types = ['Person', 'Person', ...random.sample(['Group', 'Organization'], random.int(0, 2))];
  const fragments = [...new Set(types)].map((type) => {
    const on = random.chance(0.15) ? `${PREFIXES[random.pick(AGENCIES)]}${type}` : type;
    return `... on ${on} ${selectionOn(type, type === 'Person' ? 0 : Math.min(depth, 1), writing)}`;
  });
  return `{ ${[random.chance(0.6) ? '__typename' : 'id', ...structural(random), ...fragments].join(' ')} }`;
}
