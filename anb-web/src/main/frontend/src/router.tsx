import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { RequireSession } from './features/auth/RequireSession';
import { adminRoutes } from './features/admin/routes';
import { NotFoundPage } from './features/not-found/NotFoundPage';
import { BrokenPage } from './layout/BrokenPage';
import { Shell } from './layout/Shell';
import { Waiting } from './layout/Waiting';

/** A page in a file of its own, loaded when it is visited first. */
function lazily(load: () => Promise<{ default: ComponentType }>) {
  return { lazy: async () => ({ Component: (await load()).default }) };
}

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Shell,
    children: [
      {
        ErrorBoundary: BrokenPage,
        HydrateFallback: Waiting,
        children: [
          { index: true, ...lazily(() => import('./features/landing/LandingPage')) },
          { path: 'videos', ...lazily(() => import('./features/gallery/GalleryPage')) },
          { path: 'videos/:id', ...lazily(() => import('./features/clip-page/ClipPage')) },
          { path: 'players/:id', ...lazily(() => import('./features/player/PlayerPage')) },
          { path: 'ranking', ...lazily(() => import('./features/ranking/RankingPage')) },
          { path: 'login', ...lazily(() => import('./features/auth/SignInPage')) },
          { path: 'signup', ...lazily(() => import('./features/auth/SignUpPage')) },
          {
            Component: RequireSession,
            children: [
              { path: 'upload', ...lazily(() => import('./features/upload/UploadPage')) },
              { path: 'me', ...lazily(() => import('./features/profile/ProfilePage')) },
              { path: 'me/videos', ...lazily(() => import('./features/my-clips/MyClipsPage')) },
              {
                path: 'jury',
                ...lazily(() => import('./features/jury/JuryArea')),
                children: [
                  { index: true, ...lazily(() => import('./features/jury/QueuePage')) },
                  { path: ':id', ...lazily(() => import('./features/jury/JudgePage')) },
                ],
              },
              adminRoutes,
            ],
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
