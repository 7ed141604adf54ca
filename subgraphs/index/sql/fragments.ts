export { FALSE, and, join, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
