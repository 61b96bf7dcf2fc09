import type { components } from './schema';

type Schemas = components['schemas'];

/** Members that the server leaves out or sends as null while there is nothing to tell. */
type Unknown<T, K extends keyof T> = Omit<T, K> & { [P in K]?: T[P] | null };

export type Contest = Unknown<Schemas['ContestView'], 'uploads_until' | 'voting_until'>;
export type City = Schemas['CityView'];
export type Account = Schemas['AccountView'];
export type Failure = Schemas['Failure'];
export type Profile = Schemas['ProfileRequest'];
export type PasswordChange = Schemas['PasswordRequest'];
export type Signup = Schemas['SignupRequest'];
export type PublicVideo = Unknown<Schemas['PublicVideoView'], 'duration' | 'user_vote'>;
export type Leader = Unknown<Schemas['LeaderView'], 'avatar' | 'best_video' | 'jury_score'>;
export type OwnVideo = Unknown<Schemas['VideoRow'], 'processed_at' | 'processed_url' | 'failure'>;
export type Progress = Unknown<Schemas['ProgressView'], 'processed_url' | 'poster_url' | 'failure'>;
