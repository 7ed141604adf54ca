import type { Term } from '../../../../../schema/purposes.ts';

/** The terms of a taxonomy to choose from, each below the wider term that it lies under. */
export function TermOptions({ terms, under, depth = 0 }: { terms: readonly Term[]; under?: string; depth?: number }) {
  return terms
    .filter((term) => term.under === under)
    .map(({ code, name }) => (
      <TermOption key={code} term={{ code, name }} depth={depth}>
        <TermOptions terms={terms} under={code} depth={depth + 1} />
      </TermOption>
    ));
}

function TermOption(props: { readonly term: Term; readonly depth: number; readonly children: React.ReactNode }) {
  const { term, depth, children } = props;
  return (
    <>
      <option value={term.code}>{'\u2003'.repeat(depth) + term.name}</option>
      {children}
    </>
  );
}
