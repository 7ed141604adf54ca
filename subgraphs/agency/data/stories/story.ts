import type { Stored } from '../../rows/stored.ts';
import type { Teller } from './build.ts';

/** A story: each agency's part of it, links pointing backwards. */
export type Story = Readonly<Record<string, (tell: Teller) => readonly Stored[]>>;
