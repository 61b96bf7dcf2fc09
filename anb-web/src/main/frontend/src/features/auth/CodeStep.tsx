import { useEffect, useRef, type SyntheticEvent } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { WorkNotice } from './WorkNotice';

interface Props {
  /** Why the last attempt was refused; asking for the code is no failure. */
  error: Error | null;
  pending: boolean;
  /** How far the proof of work is that the server may ask for; null without one. */
  work: number | null;
  onCode: (code: string) => void;
  onBack: () => void;
}

/** The second step of the sign-in: a code of the authenticator app, or a recovery code. */
export function CodeStep({ error, pending, work, onCode, onBack }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  // It takes the place of the form with the password, and of its focus.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const failed = error !== null && ApiProblem.of(error).code !== 'second_factor_required';
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = new FormData(event.currentTarget).get('code');
    if (!pending && typeof code === 'string') onCode(code.trim());
  };
  return (
    <Page title={t('signIn.codeTitle')} lead={t('signIn.codeLead')} narrow>
      <div className={ui.stack}>
        {failed && <ProblemNotice error={error} />}
        <WorkNotice share={work} />
        <Form ref={form} className={`${ui.card} ${ui.form}`} onSubmit={submit}>
          <Field
            name="code"
            label={t('signIn.code')}
            hint={t('signIn.codeHint')}
            autoComplete="one-time-code"
            isRequired
          />
          <div className={ui.row}>
            <Button type="submit" look="primary" busy={pending}>
              {pending ? t('signIn.pending') : t('signIn.submit')}
            </Button>
            <Button onClick={onBack}>{t('signIn.back')}</Button>
          </div>
        </Form>
      </div>
    </Page>
  );
}
