import type { RouteObject } from 'react-router';
import { RequireSession } from './features/auth';
import { NotFoundPage } from './features/not-found';
import { BrokenPage } from './layout/BrokenPage';
import { Shell } from './layout/Shell';
import { Waiting } from './layout/Waiting';
import { pages, type Load, type Path } from './pages';
import addresses from './routes.json';

function lazily(load: Load) {
  return { lazy: async () => ({ Component: (await load()).default }) };
}

/** The pages that routes.json lists for a kind of readers. */
function pagesFor(readers: 'anyone' | 'account' | 'juror' | 'admin'): RouteObject[] {
  return (Object.keys(addresses) as Path[])
    .filter((path) => addresses[path] === readers)
    .map((path) => ({ path, ...lazily(pages[path]) }));
}

/** The pages with what surrounds them. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    children: [
      {
        ErrorBoundary: BrokenPage,
        HydrateFallback: Waiting,
        children: [
          ...pagesFor('anyone'),
          {
            Component: RequireSession,
            children: [
              ...pagesFor('account'),
              {
                ...lazily(() => import('./features/jury/JuryArea')),
                children: pagesFor('juror'),
              },
              {
                ...lazily(() => import('./features/admin/AdminLayout')),
                children: pagesFor('admin'),
              },
            ],
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
