import type { Rule } from './rule.ts';

/** A clause is cited by its id, so two of them cannot have the same. */
export const clauseIds: Rule = ({ agreement }) => {
  const ids = agreement.clauses.map((clause) => clause.id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [{ path: ['clauses', index, 'id'], message: `\`${id}\` is the id of an earlier clause too` }],
  );
};

/**
 * Documents of one id are all wrong: which of them was meant cannot be told, and signatures are kept by id.
 */
export const agreementIds: Rule = (document, { documents }) => {
  const { id } = document.agreement;
  const others = documents.filter((other) => other !== document && other.agreement.id === id);
  return others.map((other) => ({ path: ['id'], message: `\`${id}\` is the id of \`${other.file}\` too` }));
};
