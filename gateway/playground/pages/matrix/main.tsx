import { createRoot } from 'react-dom/client';
import '../shared/styles.css';
import './matrix.css';
import { MatrixPage } from './matrix-page.tsx';

createRoot(document.getElementById('root')!).render(<MatrixPage />);
