import type { ReactNode } from 'react';
import type { Refused } from './ask.ts';
import { connection, reconnect } from './connection.ts';
import { useHeld } from './held.ts';

/** There is nothing to show, and this is why. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {children}
    </div>
  );
}

/** It is on its way. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="state" role="status">
      <span className="spinner" aria-hidden="true" />
      <p>Loading {what}…</p>
    </div>
  );
}

/** It could not be had. */
export function Failed({ what, onRetry }: { readonly what: string; readonly onRetry?: () => void }) {
  return (
    <div className="state state-failed" role="alert">
      <p className="state-title">{what}</p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** What the gateway refused: its code, its words and what to do about it. */
export function Refusal({ refused }: { readonly refused: Refused }) {
  return (
    <div className="refusal" role="alert">
      <p>
        <code>{refused.code}</code> {refused.message}
      </p>
      {refused.remedy && <p className="refusal-remedy">{refused.remedy}</p>}
    </div>
  );
}

/** Says that the gateway cannot be reached, for as long as that is so. */
export function LostConnection() {
  if (useHeld(connection) === 'there') return null;
  return (
    <div className="banner banner-lost" role="alert">
      <p>The gateway cannot be reached. This page keeps trying.</p>
      <button type="button" className="button" onClick={() => void reconnect()}>
        Try now
      </button>
    </div>
  );
}
