import { createPortal } from 'react-dom';
import { DocExplorer, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { useHeld } from '../../shared/held.ts';
import { schemaPlace } from '../panel/place-of-schema.ts';

/** The schema as the viewer is told of it, in its tab of the panel. */
export function SchemaTab() {
  const place = useHeld(schemaPlace);
  if (!place) return null;
  return createPortal(
    <div className="graphiql-container schema">
      <DocExplorerStore>
        <DocExplorer />
      </DocExplorerStore>
    </div>,
    place,
  );
}
