import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState, type SyntheticEvent } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../ui/Button';
import { Field, PasswordField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './auth.module.css';
import { CityField } from '../cities';
import { signUp, type Signup } from './api';
import { nextPath } from './paths';
import { useFieldErrors } from './useFieldErrors';
import { useSignedIn } from './useSession';

export default function SignUpPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const next = nextPath(parameters.get('next'));
  const signedIn = useSignedIn();
  const [differ, setDiffer] = useState(false);
  const attempt = useMutation({
    mutationFn: signUp,
    onSuccess: () => navigate(next, { replace: true }),
  });
  const form = useRef<HTMLFormElement>(null);
  const own = useMemo(() => (differ ? { password2: t('signUp.differ') } : null), [differ, t]);
  const errors = useFieldErrors(form, attempt.error, own);
  if (signedIn && attempt.isIdle) return <Navigate to={next} replace />;

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (attempt.isPending) return;
    const filled = Object.fromEntries(new FormData(event.currentTarget)) as unknown as Signup;
    const same = filled.password1 === filled.password2;
    setDiffer(!same);
    if (same) attempt.mutate({ ...filled, email: filled.email.trim() });
  };

  return (
    <Page title={t('signUp.title')} lead={t('signUp.lead')} narrow>
      <div className={ui.stack}>
        {attempt.isError && Object.keys(errors).length === 0 && (
          <ProblemNotice error={attempt.error} />
        )}
        <Form
          ref={form}
          className={`${ui.card} ${ui.form}`}
          onSubmit={submit}
          validationBehavior="aria"
        >
          <div className={ui.pair}>
            <Field
              name="first_name"
              error={errors['first_name']}
              label={t('signUp.firstName')}
              autoComplete="given-name"
              maxLength={60}
              isRequired
            />
            <Field
              name="last_name"
              error={errors['last_name']}
              label={t('signUp.lastName')}
              autoComplete="family-name"
              maxLength={60}
              isRequired
            />
          </div>
          <Field
            name="email"
            error={errors['email']}
            type="email"
            label={t('signUp.email')}
            autoComplete="username"
            isRequired
          />
          <PasswordField
            name="password1"
            error={errors['password1']}
            label={t('signUp.password')}
            hint={t('signUp.passwordHint')}
            autoComplete="new-password"
            minLength={8}
            maxLength={128}
            isRequired
          />
          <PasswordField
            name="password2"
            error={errors['password2']}
            label={t('signUp.repeat')}
            autoComplete="new-password"
            maxLength={128}
            isRequired
          />
          <div className={ui.pair}>
            <CityField
              name="city"
              error={errors['city']}
              label={t('signUp.city')}
              hint={t('signUp.cityHint')}
            />
            <Field
              name="country"
              error={errors['country']}
              label={t('signUp.country')}
              autoComplete="country-name"
              defaultValue="Colombia"
              maxLength={60}
              isRequired
            />
          </div>
          <Button type="submit" look="primary" wide busy={attempt.isPending}>
            {attempt.isPending ? t('signUp.pending') : t('signUp.submit')}
          </Button>
        </Form>
      </div>
      <p className={styles.other}>
        {t('signUp.haveAccount')}{' '}
        <Link to={{ pathname: '/login', search: parameters.toString() }}>{t('site.signIn')}</Link>
      </p>
    </Page>
  );
}
