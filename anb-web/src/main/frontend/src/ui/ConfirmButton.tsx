import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { InputField } from './InputField';
import { DialogTitle, ModalDialog } from './ModalDialog';
import { ProblemNotice } from './Notice';
import ui from './ui.module.css';

interface Props {
  /** On the button, and on the one that confirms. */
  label: string;
  /** What it is done to; read out after the label where several buttons have the same label. */
  subject?: string;
  title: string;
  text: ReactNode;
  look?: 'plain' | 'primary' | 'danger';
  /** Whether a reason has to be given. */
  needsReason?: boolean;
  /** More to fill in. */
  children?: ReactNode;
  action: (reason: string) => Promise<unknown>;
  /** Called after the action succeeded and everything on the page was fetched again. */
  onDone: () => void;
  disabled?: boolean;
}

/** The longest reason, in characters, as the server takes it. */
const MAX_REASON = 500;

/** Asks before it does something that matters; then fetches everything on the page again. */
export function ConfirmButton(props: Props) {
  const { label, subject, title, text, look = 'plain', needsReason = false, children } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const running = useMutation({
    mutationFn: () => props.action(reason.trim()),
    onSuccess: async () => {
      setAsking(false);
      setReason('');
      await client.invalidateQueries();
      props.onDone();
    },
  });
  const open = (wanted: boolean) => {
    setAsking(wanted);
    setMissing(false);
    if (wanted) running.reset();
  };

  return (
    <>
      <Button
        small
        look={look}
        busy={props.disabled ?? false}
        aria-label={subject && `${label}: ${subject}`}
        onClick={() => open(true)}
      >
        {label}
      </Button>
      <ModalDialog
        role="alertdialog"
        isOpen={asking}
        onOpenChange={open}
        isDismissable={!running.isPending}
      >
        <form
          noValidate
          className={ui.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (running.isPending) return;
            if (needsReason && !reason.trim()) setMissing(true);
            else running.mutate();
          }}
        >
          <DialogTitle>
            <span dir="auto">{title}</span>
          </DialogTitle>
          <div>{text}</div>
          {children}
          {needsReason && (
            <InputField
              label={t('ui.reason')}
              value={reason}
              maxLength={MAX_REASON}
              required
              error={missing && !reason.trim() ? t('ui.reasonMissing') : undefined}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
          {running.isError && <ProblemNotice error={running.error} />}
          <div className={ui.row}>
            <Button
              type="submit"
              look={look === 'danger' ? 'danger' : 'primary'}
              busy={running.isPending}
            >
              {label}
            </Button>
            <Button onClick={() => open(false)}>{t('ui.cancel')}</Button>
          </div>
        </form>
      </ModalDialog>
    </>
  );
}
