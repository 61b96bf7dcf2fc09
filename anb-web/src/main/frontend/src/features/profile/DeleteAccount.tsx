import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { session } from '../../api/session/current';
import { Button } from '../../ui/Button';
import { PasswordField } from '../../ui/Field';
import { DialogTitle, ModalDialog } from '../../ui/ModalDialog';
import { ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';
import { useFieldErrors, type Account } from '../auth';
import { deleteAccount } from './api';
import { Part } from './Part';

const WRONG_PASSWORD = { wrong_password: 'password' };

/** Deletes the account, after the reader has typed the password again. */
export function DeleteAccount({ me }: { me: Account }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const deletion = useMutation({
    mutationFn: deleteAccount,
    onSuccess: async () => {
      // Leave this page first: without a session it redirects to the sign-in.
      await navigate('/', { state: 'account-deleted' });
      session.end();
    },
  });
  const open = (wanted: boolean) => {
    setAsking(wanted);
    deletion.reset();
  };
  const errors = useFieldErrors(form, deletion.error, null, WRONG_PASSWORD);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (deletion.isPending) return;
    const typed = new FormData(event.currentTarget).get('password');
    if (typeof typed === 'string') deletion.mutate(typed);
  };

  return (
    <Part title={t('profile.delete')} text={t('profile.deleteText')}>
      <div>
        <Button look="danger" onClick={() => open(true)}>
          {t('profile.delete')}
        </Button>
      </div>
      <ModalDialog
        role="alertdialog"
        isOpen={asking}
        onOpenChange={open}
        isDismissable={!deletion.isPending}
      >
        <DialogTitle>{t('profile.deleteTitle')}</DialogTitle>
        <p>{t('profile.deleteText')}</p>
        <p>{t('profile.deleteConfirm', { email: me.email })}</p>
        {deletion.isError && !errors['password'] && <ProblemNotice error={deletion.error} />}
        <Form ref={form} className={ui.stack ?? ''} onSubmit={submit} validationBehavior="aria">
          <PasswordField
            name="password"
            label={t('profile.deleteField')}
            error={errors['password']}
            autoComplete="current-password"
            isRequired
          />
          <div className={ui.row}>
            <Button type="submit" look="danger" busy={deletion.isPending}>
              {deletion.isPending ? t('profile.deleting') : t('profile.deleteAct')}
            </Button>
            <Button onClick={() => open(false)}>{t('ui.cancel')}</Button>
          </div>
        </Form>
      </ModalDialog>
    </Part>
  );
}
