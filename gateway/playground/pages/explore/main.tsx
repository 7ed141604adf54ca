import { createRoot } from 'react-dom/client';
import { change } from '../shared/session/session.ts';
import { refusals } from '../shared/session/refusals.ts';
import { completeSignIn, isReturning, signInFailed } from '../shared/session/sign-in.ts';
import { Explore } from './explore.tsx';
import { hearOfFailedParts } from './loading/failed-parts.ts';
import 'graphiql/style.css';
import 'monaco-editor/min/vs/editor/editor.main.css';
import '../shared/styles.css';
import '../shared/visibility/visibility.css';
import './explore.css';

if (isReturning()) {
  completeSignIn().then(
    (agency) => change({ viewer: { is: 'signed-in', agency } }),
    (error: unknown) => refusals.set({ viewer: signInFailed(error) }),
  );
}
hearOfFailedParts(window);
const root = document.getElementById('root');
if (root) createRoot(root).render(<Explore />);
