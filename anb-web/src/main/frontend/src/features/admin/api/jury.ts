import { queryOptions } from '@tanstack/react-query';
import { api, body, rows } from '../../../api/client';
import type { Nullable, Schemas } from '../../../api/types';
import { PAGE_SIZE } from '../../../ui/Pager';
import { adminKeys } from './keys';
import { LONGEST } from './pages';

export type Criterion = Schemas['CriterionRequest'];
export type Rubric = Schemas['RubricView'];
export type Sheet = Omit<Schemas['JuryAssignmentDetailView'], 'assignment' | 'sheet'> & {
  assignment: Assignment;
  sheet: Nullable<
    Schemas['SheetView'],
    'comment' | 'saved_at' | 'submitted_at' | 'total' | 'reopened_at' | 'reopen_reason'
  >;
};
export type Juror = Nullable<Schemas['JurorView'], 'mean' | 'deviation'>;
export type Assignment = Nullable<
  Schemas['JuryAssignmentView'],
  'juror' | 'saved_at' | 'submitted_at' | 'total'
>;
export type AssignmentState = Assignment['state'];
/** A juror who has left and whose submitted sheets are still there. */
export type FormerJuror = Nullable<Schemas['FormerJurorView'], 'name'>;
export type Conflict = Schemas['JuryConflictView'];
export type JuryScore = Schemas['JuryScoreView'];
export type JurySettings = Schemas['JurySettingsView'];

const JURY = [...adminKeys.all, 'jury'] as const;

export const juryKeys = {
  all: JURY,
  jurors: [...JURY, 'jurors'] as const,
  formerJurors: [...JURY, 'former'] as const,
  assignments: (filter: object) => [...JURY, 'assignments', filter] as const,
  sheet: (id: string) => [...JURY, 'sheet', id] as const,
  conflicts: [...JURY, 'conflicts'] as const,
  scores: [...JURY, 'scores'] as const,
  settings: [...JURY, 'settings'] as const,
  rubric: [...JURY, 'rubric'] as const,
};

/** A list that is shown whole. */
const whole = { params: { query: { limit: LONGEST } } };

export const jurorsQuery = queryOptions({
  queryKey: juryKeys.jurors,
  queryFn: ({ signal }) => rows<Juror>(api.GET('/api/admin/jury/jurors', { ...whole, signal })),
});

export const formerJurorsQuery = queryOptions({
  queryKey: juryKeys.formerJurors,
  queryFn: ({ signal }) =>
    rows<FormerJuror>(api.GET('/api/admin/jury/former-jurors', { ...whole, signal })),
});

/** Takes out all sheets of a juror who has left. */
export function voidSheetsOf(jurorId: string, reason: string): Promise<unknown> {
  return body(
    api.POST('/api/admin/jury/former-jurors/{juror_id}/void', {
      params: { path: { juror_id: jurorId } },
      body: { reason },
    }),
  );
}

export interface AssignmentFilter {
  /** Any state, if it is empty. */
  state: AssignmentState | '';
  /** The id of a juror; empty for all jurors. */
  juror: string;
}

export function assignmentsQuery({ state, juror }: AssignmentFilter, offset: number) {
  return queryOptions({
    queryKey: juryKeys.assignments({ state, juror, offset }),
    queryFn: ({ signal }) =>
      rows<Assignment>(
        api.GET('/api/admin/jury/assignments', {
          params: {
            query: {
              ...(state && { state }),
              ...(juror && { juror }),
              limit: PAGE_SIZE,
              offset,
            },
          },
          signal,
        }),
      ),
  });
}

/** Gives one clip to one juror. */
export function assign(jurorId: string, videoId: string): Promise<unknown> {
  return body(
    api.POST('/api/admin/jury/assignments', { body: { juror_id: jurorId, video_id: videoId } }),
  );
}

/** Gives every clip to as many jurors as the settings say. */
export function spreadAssignments() {
  return body(
    api.POST('/api/admin/jury/assignments/spread', {
      // What is left out is as the settings say.
      body: {} as Schemas['SpreadRequest'],
    }),
  );
}

const assignment = (id: string) => ({ params: { path: { assignment_id: id } } });

export function removeAssignment(id: string): Promise<unknown> {
  return body(api.DELETE('/api/admin/jury/assignments/{assignment_id}', assignment(id)));
}

/** What a juror wrote about a clip. */
export function sheetQuery(id: string) {
  return queryOptions({
    queryKey: juryKeys.sheet(id),
    queryFn: ({ signal }) =>
      body<Sheet>(
        api.GET('/api/admin/jury/assignments/{assignment_id}', { ...assignment(id), signal }),
      ),
  });
}

/** Lets a juror change a sheet that was submitted. */
export function reopenSheet(id: string, reason: string): Promise<unknown> {
  return body(
    api.POST('/api/admin/jury/sheets/{assignment_id}/reopen', {
      ...assignment(id),
      body: { reason },
    }),
  );
}

/** Takes out a submitted sheet: it no longer counts. */
export function voidSheet(id: string, reason: string): Promise<unknown> {
  return body(
    api.POST('/api/admin/jury/sheets/{assignment_id}/void', {
      ...assignment(id),
      body: { reason },
    }),
  );
}

export const conflictsQuery = queryOptions({
  queryKey: juryKeys.conflicts,
  queryFn: ({ signal }) =>
    rows<Conflict>(api.GET('/api/admin/jury/conflicts', { ...whole, signal })),
});

/** Declares that a juror must not judge a player. */
export function declareConflict(
  jurorId: string,
  playerId: string,
  reason: string,
): Promise<unknown> {
  return body(
    api.POST('/api/admin/jury/conflicts', {
      body: { juror_id: jurorId, player_id: playerId, reason },
    }),
  );
}

export function liftConflict(id: string): Promise<unknown> {
  return body(
    api.DELETE('/api/admin/jury/conflicts/{conflict_id}', {
      params: { path: { conflict_id: id } },
    }),
  );
}

export const scoresQuery = queryOptions({
  queryKey: juryKeys.scores,
  queryFn: ({ signal }) => rows<JuryScore>(api.GET('/api/admin/jury/scores', { ...whole, signal })),
});

export const settingsQuery = queryOptions({
  queryKey: juryKeys.settings,
  queryFn: ({ signal }) => body<JurySettings>(api.GET('/api/admin/jury/settings', { signal })),
});

export function saveSettings(settings: JurySettings): Promise<JurySettings> {
  return body<JurySettings>(api.PUT('/api/admin/jury/settings', { body: settings }));
}

export const rubricQuery = queryOptions({
  queryKey: juryKeys.rubric,
  queryFn: ({ signal }) => body<Rubric>(api.GET('/api/admin/jury/rubric', { signal })),
});

export function saveRubric(criteria: Criterion[]): Promise<Rubric> {
  return body<Rubric>(api.PUT('/api/admin/jury/rubric', { body: { criteria } }));
}
