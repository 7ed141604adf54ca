// Begins a thread: tsx, which loads TypeScript in the process, does not reach into its threads.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
await import('./prepare-thread.ts');
