import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState, type SyntheticEvent } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { PasswordField } from '../../ui/Field';
import { Notice, ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';
import { useFieldErrors, type Account } from '../auth';
import { changePassword, type PasswordChange } from './api';
import { Part } from './Part';

/** Another password. All sessions end with the old one; this page goes on with a new one. */
export function PasswordForm({ me }: { me: Account }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [differ, setDiffer] = useState(false);
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: () => form.current?.reset(),
  });
  const own = useMemo(() => (differ ? { password2: t('signUp.differ') } : null), [differ, t]);
  const errors = useFieldErrors(form, changing.error, own);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (changing.isPending) return;
    const data = new FormData(event.currentTarget);
    const wanted = Object.fromEntries(data) as unknown as PasswordChange;
    const same = wanted.password1 === wanted.password2;
    setDiffer(!same);
    if (same) changing.mutate(wanted);
  };

  return (
    <Part title={t('profile.password')} text={t('profile.passwordLead')}>
      {changing.isSuccess && <Notice tone="good">{t('profile.passwordChanged')}</Notice>}
      {changing.isError && Object.keys(errors).length === 0 && (
        <ProblemNotice error={changing.error} />
      )}
      <Form ref={form} className={ui.form ?? ''} onSubmit={submit} validationBehavior="aria">
        {/* So that password managers know whose password it is. */}
        <input type="email" autoComplete="username" value={me.email} readOnly hidden />
        <PasswordField
          name="current_password"
          error={errors['current_password']}
          label={t('profile.passwordNow')}
          autoComplete="current-password"
          isRequired
        />
        <PasswordField
          name="password1"
          error={errors['password1']}
          label={t('profile.passwordNew')}
          hint={t('signUp.passwordHint')}
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          isRequired
        />
        <PasswordField
          name="password2"
          error={errors['password2']}
          label={t('profile.passwordRepeat')}
          autoComplete="new-password"
          maxLength={128}
          isRequired
        />
        <Button type="submit" busy={changing.isPending}>
          {changing.isPending ? t('profile.passwordChanging') : t('profile.passwordChange')}
        </Button>
      </Form>
    </Part>
  );
}
