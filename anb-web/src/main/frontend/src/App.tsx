import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { session } from './api/session/current';
import { PRIVATE } from './api/queryKeys';
import { queryClient } from './queryClient';
import { routes } from './routes';

const router = createBrowserRouter(routes);

export function App() {
  // What one reader saw must not be shown to the next who signs in.
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.token === null) queryClient.removeQueries({ queryKey: PRIVATE });
        void queryClient.invalidateQueries();
      }),
    [],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
