import { useQuery } from '@tanstack/react-query';
import { contestQuery } from './api';

/** Phase, deadlines and rules. */
export function useContest() {
  return useQuery(contestQuery);
}
