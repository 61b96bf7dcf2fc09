import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { ConfirmButton } from '../../../ui/ConfirmButton';
import { Tag, type Tone } from '../../../ui/Tag';
import type { Assignment } from '../types';

const TONES: Record<Assignment['state'], Tone> = {
  todo: 'plain',
  draft: 'warn',
  submitted: 'good',
  conflict: 'bad',
};

/** How far a juror is with a clip. */
export function SheetState({ state }: { state: Assignment['state'] }) {
  const { t } = useTranslation('admin');
  return <Tag tone={TONES[state]}>{t(`jury.states.${state}`)}</Tag>;
}

interface Props {
  assignment: Assignment;
  onReopened: () => void;
  onRemoved: () => void;
}

/**
 * What can be done with a sheet: one that is handed in is opened again, or taken out if its juror
 * has left; another one is taken away.
 */
export function AssignmentAct({ assignment, onReopened, onRemoved }: Props) {
  const { t } = useTranslation('admin');
  const { title, juror_present } = assignment;
  const juror = assignment.juror ?? t('left');
  const params = { path: { assignment_id: assignment.assignment_id } };
  if (assignment.submitted_at && !juror_present) {
    return (
      <ConfirmButton
        label={t('jury.void')}
        subject={`${title}, ${juror}`}
        title={t('jury.voidTitle')}
        text={t('jury.voidText', { juror, title })}
        look="danger"
        needsReason
        action={(reason) =>
          body(
            api.POST('/api/admin/jury/sheets/{assignment_id}/void', { params, body: { reason } }),
          )
        }
        onDone={onRemoved}
      />
    );
  }
  if (assignment.submitted_at) {
    return (
      <ConfirmButton
        label={t('jury.reopen')}
        subject={`${title}, ${juror}`}
        title={t('jury.reopenTitle')}
        text={t('jury.reopenText', { juror, title })}
        needsReason
        action={(reason) =>
          body(
            api.POST('/api/admin/jury/sheets/{assignment_id}/reopen', {
              params,
              body: { reason },
            }),
          )
        }
        onDone={onReopened}
      />
    );
  }
  return (
    <ConfirmButton
      label={t('jury.remove')}
      subject={`${title}, ${juror}`}
      title={t('jury.removeTitle')}
      text={t('jury.removeText', { juror, title })}
      look="danger"
      action={() => body(api.DELETE('/api/admin/jury/assignments/{assignment_id}', { params }))}
      onDone={onRemoved}
    />
  );
}
