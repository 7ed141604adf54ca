import { contract, type ContractField } from '../../schema/contract.ts';

const SUBJECTS = ['Person', 'Group', 'Organization'] as const;

/** Fields that say who or what an object is, or that only servers ask for. */
const STRUCTURAL: ReadonlySet<string> = new Set(['id', 'originator', 'labels']);

/** Of a person whom a group or an organization names. */
const NAMED = '{ id surname { original romanized } firstNames { original romanized } }';

const HIT = 'disclosure originator { code } contact { name role phone email }';

const WHOM = `subjects { id ${SUBJECTS.map((type) => `... on ${type} { ${fieldsOf(type)} }`).join(' ')} }`;

/**
 * What a profile is assembled from: who may be one, and all that the contract tells of them, in each record and case in which
 * they are. Each value is shown as the record shows it.
 */
export const PROFILE_QUERY = `query TargetProfile($of: TargetSought!) {
  targetProfile(of: $of) {
    members { key cluster kind originator { code } subject records { ${HIT} record { id } } cases { ${HIT} case { id } } }
    links { from to score reasons { kind coordinates score } }
    graph { nodes { key kind originator { code } subjectKind subject selector } edges { from to why } }
    records { originator { code } record { id title ${WHOM} } }
    cases { originator { code } case { id title ${WHOM} } }
    truncated
  }
}`;

function fieldsOf(type: string): string {
  const fields = [...(contract.types.get(type)?.fields.values() ?? [])].filter(({ field }) => !STRUCTURAL.has(field));
  return fields.map(selectionOf).join(' ');
}

function selectionOf({ field, valueType }: ContractField): string {
  const value = contract.types.get(valueType);
  if (!value) return field;
  return value.fields.has('labels') ? `${field} ${NAMED}` : `${field} { ${fieldsOf(valueType)} }`;
}
