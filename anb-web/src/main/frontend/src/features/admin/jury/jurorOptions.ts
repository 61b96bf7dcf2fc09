import type { Juror } from '../api/jury';

/** Jurors as a field offers them. */
export function jurorOptions(jurors: readonly Juror[] = []) {
  return jurors.map((juror) => [juror.juror_id, `${juror.name} (${juror.city})`] as const);
}
