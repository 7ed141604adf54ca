import { fieldsInWords, reachOf, sidesOf, type CategoryReach } from '../model/reach.ts';
import type { Clause } from '../model/question.ts';

const HEADS = {
  OPENS: 'What it opens',
  FINDS: 'What records are found by',
  CLOSES: 'What it closes',
} as const;

/** The fields that a clause opens, finds by or closes, by category; and between whom, now. */
export function Reach({ clause }: { readonly clause: Clause }) {
  const reach = reachOf(clause);
  const [first] = reach;
  if (!first) return null;
  return (
    <>
      <h4>{HEADS[first.effect]}</h4>
      <dl className="reach">
        {reach.map((category) => (
          <Category key={category.category} of={category} />
        ))}
      </dl>
      <h4>Between whom, now</h4>
      <Between between={clause.between} />
    </>
  );
}

function Category({ of: { category, fields } }: { readonly of: CategoryReach }) {
  return (
    <div>
      <dt>{nameOf(category)}</dt>
      <dd>
        {fieldsInWords(fields).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="coordinates">
          {fields.map(({ coordinate }) => (
            <code key={coordinate}>{coordinate}</code>
          ))}
        </p>
      </dd>
    </div>
  );
}

function Between({ between }: { readonly between: Clause['between'] }) {
  if (between.length === 0) return <p>Nobody: it has no effect at present.</p>;
  return (
    <ul className="between">
      {sidesOf(between).map(({ from, to }) => (
        <li key={from.join()}>
          {from === to ? `${from.join(', ')}: each to every other` : `${from.join(', ')} → ${to.join(', ')}`}
        </li>
      ))}
    </ul>
  );
}

function nameOf(category: string): string {
  if (category === 'OWN') return 'Fields of a single agency';
  const words = category.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
