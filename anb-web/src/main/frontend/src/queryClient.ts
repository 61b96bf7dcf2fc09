import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api/problem';

/** How often a query that may succeed later is retried. */
const RETRIES = 2;

/** The cache of everything that was fetched from the server. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Fetches even when the browser believes that it is offline: only an answer tells.
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < RETRIES && ApiProblem.of(error).passing,
      retryDelay: (attempt) => Math.min(1_000 * 2 ** attempt, 8_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
