/** Where a database keeps a label. */
export interface LabelColumn {
  /** The column, or an expression over columns. It is written into statements as it is. */
  readonly column: string;
  /** An `id` is the object's own, a `date` is `YYYY-MM-DD`, a `list` one of texts. */
  readonly kind: 'id' | 'text' | 'list' | 'boolean' | 'date';
}
