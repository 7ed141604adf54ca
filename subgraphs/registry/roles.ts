import type { CallerViewer } from '../../policy/viewer-claims.ts';
import { REGISTRY_ERRORS, refuse } from './errors.ts';

/** Roles that read what their agency was told. */
export const TOLD_ROLES = ['supervisor', 'liaison-officer', 'privacy-officer', 'auditor', 'duty-officer'] as const;

/** Roles that read the ledger. */
export const LEDGER_ROLES = ['privacy-officer', 'auditor'] as const;

/** @throws DeclaredError `ROLE_NOT_ENTITLED` */
export function requireRole({ role }: CallerViewer, roles: readonly string[]): void {
  if (roles.includes(role)) return;
  const named = roles.map((one) => `\`${one}\``).join(', ');
  refuse(REGISTRY_ERRORS.ROLE_NOT_ENTITLED, `this is for viewers in one of the roles ${named}`);
}
