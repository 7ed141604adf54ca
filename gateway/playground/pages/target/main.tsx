import { createRoot } from 'react-dom/client';
import '../shared/styles.css';
import '../shared/visibility/visibility.css';
import './target.css';
import { TargetPage } from './target-page.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<TargetPage />);
