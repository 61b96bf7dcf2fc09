import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../ui/Button';
import { Field, PasswordField } from '../../ui/Field';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './auth.module.css';
import { nextPath } from './paths';
import { session } from '../../api/session/current';
import { ApiProblem } from '../../api/problem';
import { signIn, type Credentials } from './api';
import { CodeStep } from './CodeStep';
import { useSignedIn } from './useSession';
import { WorkNotice } from './WorkNotice';

/** Refusals after the right password; what was typed is sent again with a code. */
const ASKS_FOR_CODE: ReadonlySet<string> = new Set([
  'second_factor_required',
  'invalid_second_factor',
]);

export default function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const next = nextPath(parameters.get('next'));
  const signedIn = useSignedIn();
  const [work, setWork] = useState<number | null>(null);
  const attempt = useMutation({
    mutationFn: (credentials: Credentials) => signIn(credentials, setWork),
    onSettled: () => setWork(null),
    onSuccess: () => navigate(next, { replace: true }),
  });
  if (signedIn && !attempt.isSuccess) return <Navigate to={next} replace />;

  const asksForCode = attempt.error instanceof ApiProblem && ASKS_FOR_CODE.has(attempt.error.code);
  const known = attempt.variables;
  if (known && (asksForCode || (attempt.isPending && known.code !== undefined))) {
    return (
      <CodeStep
        error={attempt.error}
        pending={attempt.isPending}
        work={work}
        onCode={(code) => attempt.mutate({ ...known, code })}
        onBack={() => attempt.reset()}
      />
    );
  }

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (attempt.isPending) return;
    const form = new FormData(event.currentTarget);
    attempt.mutate({
      email: text(form.get('email')).trim(),
      password: text(form.get('password')),
    });
  };

  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} narrow>
      <div className={ui.stack}>
        {session.expired && !attempt.isError && <Notice tone="warn">{t('signIn.expired')}</Notice>}
        {attempt.isError && <ProblemNotice error={attempt.error} />}
        <WorkNotice share={work} />
        <Form className={`${ui.card} ${ui.form}`} onSubmit={submit}>
          <Field
            name="email"
            type="email"
            label={t('signIn.email')}
            autoComplete="username"
            isRequired
          />
          <PasswordField
            name="password"
            label={t('signIn.password')}
            autoComplete="current-password"
            isRequired
          />
          <Button type="submit" look="primary" wide busy={attempt.isPending}>
            {attempt.isPending ? t('signIn.pending') : t('signIn.submit')}
          </Button>
        </Form>
      </div>
      <p className={styles.other}>
        {t('signIn.noAccount')}{' '}
        <Link to={{ pathname: '/signup', search: parameters.toString() }}>{t('site.signUp')}</Link>
      </p>
    </Page>
  );
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
