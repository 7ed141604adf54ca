import { createRoot } from 'react-dom/client';
import { Frame } from '../shared/frame.tsx';
import '../shared/styles.css';

createRoot(document.getElementById('root')!).render(
  <Frame page="explore" title="Explore">
    {null}
  </Frame>,
);
