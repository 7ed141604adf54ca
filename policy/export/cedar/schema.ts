import { ENTITY_TYPES, type Contract } from '../../../schema/contract.ts';
import { OBJECTS, labelTypes, type Written } from './labels.ts';

const TYPES: Readonly<Record<Written, string>> = { texts: 'Set<String>', flags: 'Set<Bool>', day: 'Day' };

/** The Cedar schema of the exported policies. */
export function cedarSchema(contract: Contract): string {
  const labels = labelTypes(contract);
  const objects = ENTITY_TYPES.map((type) => {
    const fields = [...(labels.get(type) ?? [])].map(([name, written]) => `  ${name}?: ${TYPES[written]},`);
    return [`// Labels of a ${type}.`, `type ${type}Labels = {`, ...fields, '};'].join('\n');
  });
  const around = ENTITY_TYPES.map((type) => `  ${OBJECTS[type]}?: ${type}Labels,`);
  return `${HEAD}\n${objects.join('\n\n')}\n\n${cell(around)}\n${ACTIONS}`;
}

const HEAD = `// What the policies are about. A label that is left out is not known. An empty set, and a day that is left out of a
// Day, say that it is known that there is none.

entity Agency;
// A crime area or a use lies in the wider one.
entity Area in [Area];
entity Use in [Use];
entity Category;
// A governed field, \`Record.narrative\`, lies in its category.
entity Field in [Category];

// Named by the agency's code and the subject of the token: \`ICE:officer-17\`.
entity Viewer = {
  agency: Agency,
  // The agency's code.
  code: String,
  role: String,
  trainings: Set<String>,
  // Rank, from 0.
  clearance?: Long,
  contactPoint: Bool,
};

type Day = { day?: datetime };
`;

const cell = (around: readonly string[]) => `// One field of one object: of it, and of what it lies within, the labels.
entity Cell = {
  originator: Agency,
  field: Field,
  // The contract's type of the object: \`Record\`.
  family: String,
${around.join('\n')}
};
`;

const ACTIONS = `type Purpose = {
  area: Area,
  use: Use,
  // Rank, from 0: hit, match, core data, follow-up.
  stage: Long,
  search?: String,
  matches?: Set<String>,
  offence?: { code: String, maxPenaltyMonths: Long },
  request?: String,
};

// To see the value in full, generalised, or masked: who may see more may see less. To find the object by it.
action "show-full", "show-generalised", "show-masked", find appliesTo {
  principal: Viewer,
  resource: Cell,
  context: { purpose?: Purpose },
};
`;
