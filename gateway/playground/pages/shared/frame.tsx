import { useEffect, type ReactNode } from 'react';
import { connection } from './connection.ts';
import { useHeld } from './held.ts';
import { WhoAndWhy } from './who-and-why.tsx';
import { LostConnection } from './states.tsx';
import { theme, toggleTheme } from './theme.ts';

const PAGES = [
  { page: 'explore', name: 'Explore', href: '/' },
  { page: 'target', name: 'Target', href: '/target' },
  { page: 'matrix', name: 'Matrix', href: '/matrix' },
  { page: 'agreements', name: 'Agreements', href: '/agreements' },
] as const;

/** What every page stands in: the way to the others, who asks and what for, and whether the gateway is there. */
export function Frame(props: {
  readonly page: (typeof PAGES)[number]['page'];
  /** Of the document, before the product's name. */
  readonly title: string;
  /** The page has a place of its own to change who asks and what for. */
  readonly changesItself?: boolean;
  readonly children: ReactNode;
}) {
  const { page, title, changesItself = false, children } = props;
  useEffect(() => {
    document.title = `${title} · Concordat`;
  }, [title]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <a className="brand" href="/">
          <Mark /> Concordat
        </a>
        <nav aria-label="Pages">
          {PAGES.map((one) => (
            <a key={one.page} href={one.href} aria-current={one.page === page ? 'page' : undefined}>
              {one.name}
            </a>
          ))}
        </nav>
        <WhoAndWhy changes={!changesItself} />
        <Connection />
        <ThemeSwitch />
      </header>
      <LostConnection />
      <main id="main" tabIndex={-1} className={`page page-${page}`}>
        {children}
      </main>
    </>
  );
}

function Connection() {
  const there = useHeld(connection) === 'there';
  return (
    <span className={there ? 'connection' : 'connection is-lost'} role="status">
      {there ? 'Connected' : 'Not connected'}
    </span>
  );
}

function ThemeSwitch() {
  const dark = useHeld(theme) === 'dark';
  return (
    <button type="button" className="button button-quiet theme" onClick={toggleTheme}>
      <span aria-hidden="true">{dark ? '☀' : '☾'}</span>
      <span className="hidden-text">{dark ? 'Light colours' : 'Dark colours'}</span>
    </button>
  );
}

/** Two circles that share a part: what is agreed between two. */
function Mark() {
  return (
    <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true" focusable="false">
      <path className="mark-shared" d="M13 2.7a8 8 0 0 1 0 12.6a8 8 0 0 1 0-12.6z" />
      <circle className="mark-ring" cx="9" cy="9" r="7.6" />
      <circle className="mark-ring" cx="17" cy="9" r="7.6" />
    </svg>
  );
}
