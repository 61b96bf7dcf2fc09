import type { Contest } from './api';

/** The contest's way from the public's side. */
export type Stage = 'draft' | 'uploads' | 'voting' | 'closed';

export function stageOf(contest: Contest): Stage {
  switch (contest.phase) {
    case 'draft':
      return 'draft';
    case 'submission':
      return 'uploads';
    case 'voting':
      return 'voting';
    default:
      return 'closed';
  }
}

/** Whether clips are accepted. */
export function uploadsOpen(contest: Contest): boolean {
  return contest.uploads_open;
}

/** Whether votes are accepted. */
export function votingOpen(contest: Contest): boolean {
  return contest.voting_open;
}

/** When the present stage ends; null if it has no set end. */
export function deadlineOf(contest: Contest): Date | null {
  const stage = stageOf(contest);
  const end =
    stage === 'uploads' ? contest.uploads_until : stage === 'voting' ? contest.voting_until : null;
  return end ? new Date(end) : null;
}
