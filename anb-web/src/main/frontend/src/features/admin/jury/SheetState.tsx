import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../../../ui/Tag';
import type { AssignmentState } from '../api/jury';

const TONES: Record<AssignmentState, Tone> = {
  todo: 'plain',
  draft: 'warn',
  submitted: 'good',
  conflict: 'bad',
};

/** How far a juror is with a clip. */
export function SheetState({ state }: { state: AssignmentState }) {
  const { t } = useTranslation('admin');
  return <Tag tone={TONES[state]}>{t(`jury.states.${state}`)}</Tag>;
}
