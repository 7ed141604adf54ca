import { createRoot } from 'react-dom/client';
import { change } from '../shared/session/session.ts';
import { completeSignIn, isReturning } from '../shared/session/sign-in.ts';
import { Explore } from './explore.tsx';
import '../shared/styles.css';
import './explore.css';

if (isReturning()) {
  completeSignIn().then(
    (agency) => change({ viewer: { is: 'signed-in', agency } }),
    () => change({ viewer: undefined }),
  );
}
const root = document.getElementById('root');
if (root) createRoot(root).render(<Explore />);
