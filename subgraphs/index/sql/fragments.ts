export { FALSE, TRUE, UNKNOWN, and, join, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
