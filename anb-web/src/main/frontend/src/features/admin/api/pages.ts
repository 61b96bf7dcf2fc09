import { PAGE_SIZE } from '../../../ui/Pager';

/** The longest list that is shown without pages. */
export const LONGEST = 100;

/** One page of a list; without an offset the longest list that is shown without pages. */
export function pageOf(offset: number | undefined): { limit: string; offset?: string } {
  if (offset === undefined) return { limit: String(LONGEST) };
  return { limit: String(PAGE_SIZE), offset: String(offset) };
}
