import { useHeld } from '../../shared/held.ts';
import { Empty, Failed, Loading, Refusal } from '../../shared/states.tsx';
import { useGraph } from '../asking/graph.ts';
import { schemaPlace } from './place-of-schema.ts';

/** Keeps a place for the schema, which the editors' part of the page fills in; until then, why it is not there. */
export function SchemaPlace() {
  const graph = useGraph();
  useHeld(schemaPlace);
  switch (graph.is) {
    case 'nobody':
      return <Empty title="Choose who asks: everybody has a schema of their own." />;
    case 'loading':
      return <Loading what="the schema" />;
    case 'refused':
      return <Refusal refused={graph.refused} />;
    case 'unreachable':
      return <Failed what="The schema cannot be had: the gateway is not reached." />;
    case 'there':
      return <div className="schema-place" ref={schemaPlace.set} />;
  }
}
