import type { ComponentType } from 'react';
import type routes from './routes.json';

/** An address of the application, as routes.json lists it. */
export type Path = keyof typeof routes;

/** Loads the code of a page. */
export type Load = () => Promise<{ default: ComponentType }>;

/** The page at each address; each in a file of its own, loaded when it is visited first. */
export const pages: Record<Path, Load> = {
  '/': () => import('./features/landing/LandingPage'),
  '/videos': () => import('./features/gallery/GalleryPage'),
  '/videos/:id': () => import('./features/clip-page/ClipPage'),
  '/players/:id': () => import('./features/player/PlayerPage'),
  '/ranking': () => import('./features/ranking/RankingPage'),
  '/login': () => import('./features/auth/SignInPage'),
  '/signup': () => import('./features/auth/SignUpPage'),
  '/upload': () => import('./features/upload/UploadPage'),
  '/me': () => import('./features/profile/ProfilePage'),
  '/me/videos': () => import('./features/my-clips/MyClipsPage'),
  '/jury': () => import('./features/jury/QueuePage'),
  '/jury/:id': () => import('./features/jury/JudgePage'),
  '/admin': () => import('./features/admin/DashboardPage'),
  '/admin/contest': () => import('./features/admin/ContestPage'),
  '/admin/videos': () => import('./features/admin/ModerationPage'),
  '/admin/jobs': () => import('./features/admin/JobsPage'),
  '/admin/accounts': () => import('./features/admin/AccountsPage'),
  '/admin/fraud': () => import('./features/admin/FraudPage'),
  '/admin/votes': () => import('./features/admin/VotesPage'),
  '/admin/jury': () => import('./features/admin/jury/JuryPage'),
  '/admin/jury/rubric': () => import('./features/admin/jury/RubricPage'),
  '/admin/jury/assignments/:id': () => import('./features/admin/jury/SheetPage'),
  '/admin/audit': () => import('./features/admin/AuditPage'),
  '/admin/security': () => import('./features/admin/SecurityEventsPage'),
};
