import { createRoot } from 'react-dom/client';
import '../shared/styles.css';
import './agreements.css';
import './print.css';
import { AgreementPage } from './agreement-page.tsx';
import { ListPage } from './list-page.tsx';

const id = /^\/agreements\/(?<id>[^/]+)\/?$/.exec(location.pathname)?.groups?.['id'];

createRoot(document.getElementById('root')!).render(
  id === undefined ? <ListPage /> : <AgreementPage id={decodeURIComponent(id)} />,
);
