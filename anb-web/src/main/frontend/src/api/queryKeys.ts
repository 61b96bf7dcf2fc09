/**
 * The first part of the keys of queries about the reader. What is kept under them is dropped when
 * the reader signs out: the next reader must not see it.
 */
export const PRIVATE = ['me'] as const;
