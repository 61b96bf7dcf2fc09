import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';
import { session } from './api/session/current';
import { queries } from './queryClient';
import { router } from './router';

export function App() {
  // What somebody saw must not be shown to whoever signs in next.
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.token === null) queries.removeQueries({ queryKey: ['me'] });
        void queries.invalidateQueries();
      }),
    [],
  );
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
