import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../ui/ConfirmButton';
import { removeAssignment, reopenSheet, voidSheet, type Assignment } from '../api/jury';

interface Props {
  assignment: Assignment;
  onReopened: () => void;
  onRemoved: () => void;
}

/**
 * What can be done with a sheet: a submitted one is opened again, or voided if its juror has left;
 * one that is not submitted is taken away.
 */
export function AssignmentActions({ assignment, onReopened, onRemoved }: Props) {
  const { t } = useTranslation('admin');
  const { assignment_id: id, title, juror_present } = assignment;
  const juror = assignment.juror ?? t('left');
  if (assignment.submitted_at && !juror_present) {
    return (
      <ConfirmButton
        label={t('jury.void')}
        subject={`${title}, ${juror}`}
        title={t('jury.voidTitle')}
        text={t('jury.voidText', { juror, title })}
        look="danger"
        needsReason
        action={(reason) => voidSheet(id, reason)}
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
        action={(reason) => reopenSheet(id, reason)}
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
      action={() => removeAssignment(id)}
      onDone={onRemoved}
    />
  );
}
