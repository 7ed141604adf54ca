import { defineConfig } from 'prisma/config';

/** For the Prisma CLI, run in this folder: `DATABASE_URL=… npx prisma migrate status`. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
