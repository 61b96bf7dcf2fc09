import { PAGE_SIZE } from '../../../ui/Pager';

/** The longest list that is shown without pages. */
export const LONGEST = 100;

/** One page of a list; without an offset the longest list that is shown without pages. */
export function pageOf(offset: number | undefined): { limit: number; offset?: number } {
  if (offset === undefined) return { limit: LONGEST };
  return { limit: PAGE_SIZE, offset };
}
