/** The environment of PostgreSQL's programs: nothing of ours, so that no `PG…` variable leads them astray. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
