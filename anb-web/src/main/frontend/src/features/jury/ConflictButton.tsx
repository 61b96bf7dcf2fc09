import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { DialogTitle, ModalDialog } from '../../ui/ModalDialog';
import { ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';
import { declareConflict } from './api';
import { TextAreaField } from '../../ui/TextAreaField';

/** In characters, as the server takes it. */
const MAX_REASON = 500;

interface Props {
  id: string;
  /** Whether a sheet was handed in that will no longer count. */
  submitted: boolean;
  onDeclared: () => void;
}

/** Declares that the reader must not judge this player, after asking why. */
export function ConflictButton({ id, submitted, onDeclared }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const declaration = useMutation({
    mutationFn: () => declareConflict(id, reason.trim()),
    onSuccess: () => {
      setAsking(false);
      onDeclared();
    },
  });
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const nothing = reason.trim() === '';
    setEmpty(nothing);
    if (nothing) event.currentTarget.querySelector('textarea')?.focus();
    else if (!declaration.isPending) declaration.mutate();
  };

  return (
    <>
      <div>
        <Button small look="quiet" onClick={() => setAsking(true)}>
          {t('jury.conflict')}
        </Button>
      </div>
      <ModalDialog isOpen={asking} onOpenChange={setAsking} isDismissable={!declaration.isPending}>
        <DialogTitle>{t('jury.conflictTitle')}</DialogTitle>
        <p>{t('jury.conflictText')}</p>
        {submitted && <p>{t('jury.conflictSubmitted')}</p>}
        {declaration.isError && <ProblemNotice error={declaration.error} />}
        <form noValidate className={ui.stack} onSubmit={submit}>
          <TextAreaField
            label={t('jury.reason')}
            hint={t('jury.reasonHint')}
            error={empty ? t('jury.reasonMissing') : undefined}
            value={reason}
            rows={3}
            maxLength={MAX_REASON}
            isRequired
            onChange={setReason}
          />
          <div className={ui.row}>
            <Button type="submit" look="danger" busy={declaration.isPending}>
              {t('jury.conflictConfirm')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          </div>
        </form>
      </ModalDialog>
    </>
  );
}
