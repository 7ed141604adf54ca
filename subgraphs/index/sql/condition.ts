export { conditionSql } from '../../kit/sql/condition.ts';
