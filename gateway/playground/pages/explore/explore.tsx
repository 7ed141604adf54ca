import { Frame } from '../shared/frame.tsx';
import { Editors } from './loading/editors.tsx';
import { News } from './news.tsx';
import { Panel } from './panel/panel.tsx';
import { Rail } from './rail/rail.tsx';

/** The page on which the graph is asked. */
export function Explore() {
  return (
    <Frame page="explore" title="Explore" changesItself>
      <h1 className="hidden-text">Explore the graph</h1>
      <News />
      <div className="explore">
        <Rail />
        <Editors />
        <Panel />
      </div>
    </Frame>
  );
}
