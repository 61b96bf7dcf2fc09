import type { components } from '../../api/schema';

type Schemas = components['schemas'];

/** Members that are null while there is nothing to tell. */
type Nullable<T, K extends keyof T> = Omit<T, K> & { [P in K]?: T[P] | null };

export type AdminContest = Nullable<
  Schemas['AdminContestView'],
  | 'submission_opens'
  | 'submission_closes'
  | 'voting_opens'
  | 'voting_closes'
  | 'result_id'
  | 'published_at'
  | 'updated_at'
>;
export type ContestSettings = Schemas['ContestRequest'];
export type Standing = Nullable<Schemas['Standing'], 'username' | 'last_vote_at'>;
export type Result = Omit<Schemas['ResultView'], 'cities' | 'published_at' | 'verification'> & {
  published_at?: string | null;
  verification?: Schemas['Verified'] | null;
  cities: (Omit<Schemas['CityResult'], 'players'> & { players: Standing[] })[];
};
export type Moderated = Nullable<
  Schemas['ModeratedView'],
  | 'processed_at'
  | 'published_at'
  | 'withheld_at'
  | 'withheld_by'
  | 'withheld_reason'
  | 'failure_code'
  | 'duration'
  | 'processed_url'
  | 'poster_url'
>;
export type Dashboard = Omit<Schemas['DashboardView'], 'accounts' | 'videos' | 'failures'> & {
  accounts: Record<string, number>;
  videos: Record<string, number>;
  failures: Record<string, number>;
};
export type Count = Schemas['CountView'];
export type Job = Nullable<
  Schemas['AdministeredJobView'],
  | 'worker'
  | 'started_at'
  | 'finished_at'
  | 'retry_at'
  | 'error_detail'
  | 'failure_code'
  | 'owner_name'
>;
export type DeadLetter = Nullable<Schemas['DeadLetterView'], 'error_detail'>;
export type ManagedAccount = Nullable<Schemas['ManagedAccount'], 'disabled_at' | 'avatar_url'>;
export type Role = Schemas['RoleRequest']['role'];
export type FraudReport = Omit<Schemas['FraudView'], 'flags'> & { flags: Flag[] };
export type Flag = Nullable<
  Schemas['FlagView'],
  | 'network'
  | 'address'
  | 'agent'
  | 'video_id'
  | 'title'
  | 'player_id'
  | 'player_name'
  | 'voter_id'
  | 'voter_name'
>;
export type CastVote = Nullable<
  Schemas['CastVoteView'],
  'network' | 'address' | 'agent' | 'voter_name' | 'voter_since' | 'voided_at' | 'void_reason'
>;
export type VoteEvent = Nullable<
  Schemas['VoteEventView'],
  'voter_id' | 'actor_id' | 'reason' | 'network' | 'address' | 'agent'
>;
export type Criterion = Schemas['CriterionRequest'];
export type Rubric = Schemas['RubricView'];
export type Sheet = Omit<Schemas['JuryAssignmentDetailView'], 'assignment' | 'sheet'> & {
  assignment: Assignment;
  sheet: Nullable<
    Schemas['SheetView'],
    'comment' | 'saved_at' | 'submitted_at' | 'total' | 'reopened_at' | 'reopen_reason'
  >;
};
export type Juror = Nullable<Schemas['JurorRow'], 'mean' | 'deviation'>;
export type Assignment = Nullable<
  Schemas['JuryAssignmentView'],
  'juror' | 'saved_at' | 'submitted_at' | 'total'
>;
export type FormerJuror = Nullable<Schemas['FormerJurorRow'], 'name'>;
export type Conflict = Schemas['JuryConflictView'];
export type JuryScore = Schemas['JuryScoreView'];
export type JurySettings = Schemas['JurySettingsView'];
export type AuditEntry = Nullable<
  Schemas['AuditView'],
  'actor_id' | 'actor_name' | 'subject_id' | 'subject_type' | 'reason' | 'detail'
>;
