import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

function lazily(load: () => Promise<{ default: ComponentType }>) {
  return { lazy: async () => ({ Component: (await load()).default }) };
}

/** The pages of administrators, each in a file of its own. */
export const adminRoutes: RouteObject = {
  path: 'admin',
  ...lazily(() => import('./AdminLayout')),
  children: [
    { index: true, ...lazily(() => import('./DashboardPage')) },
    { path: 'contest', ...lazily(() => import('./ContestPage')) },
    { path: 'videos', ...lazily(() => import('./ModerationPage')) },
    { path: 'jobs', ...lazily(() => import('./JobsPage')) },
    { path: 'accounts', ...lazily(() => import('./AccountsPage')) },
    { path: 'fraud', ...lazily(() => import('./FraudPage')) },
    { path: 'votes', ...lazily(() => import('./VotesPage')) },
    { path: 'jury/rubric', ...lazily(() => import('./jury/RubricPage')) },
    { path: 'jury/assignments/:id', ...lazily(() => import('./jury/SheetPage')) },
    { path: 'jury', ...lazily(() => import('./jury/JuryPage')) },
    { path: 'audit', ...lazily(() => import('./AuditPage')) },
  ],
};
