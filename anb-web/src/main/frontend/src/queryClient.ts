import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api/problem';

/** How often a query that may well succeed later is asked again by itself. */
const RETRIES = 2;

/** The cache of everything that was asked of the server. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Also asks when the browser believes to be offline: only an answer tells.
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < RETRIES && ApiProblem.of(error).passing,
      retryDelay: (attempt) => Math.min(1_000 * 2 ** attempt, 8_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
