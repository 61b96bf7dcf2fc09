import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, type SyntheticEvent } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice, ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';
import { accountKeys, useFieldErrors, type Account } from '../auth';
import { CityField } from '../cities';
import { saveProfile, type Profile } from './api';
import { Part } from './Part';

/** Winners are chosen by city: once uploads are over, a player stays in the own one. */
const CITY_IS_FIXED = { phase_closed: 'city' };

/** What a player may change about himself or herself. */
export function FactsForm({ me }: { me: Account }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const saving = useMutation({
    mutationFn: saveProfile,
    onSuccess: (saved) => client.setQueryData(accountKeys.own, saved),
  });
  const errors = useFieldErrors(form, saving.error, null, CITY_IS_FIXED);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (saving.isPending) return;
    saving.mutate(Object.fromEntries(new FormData(event.currentTarget)) as unknown as Profile);
  };

  return (
    <Part title={t('profile.facts')}>
      {saving.isSuccess && <Notice tone="good">{t('profile.saved')}</Notice>}
      {saving.isError && Object.keys(errors).length === 0 && <ProblemNotice error={saving.error} />}
      <Form ref={form} className={ui.form ?? ''} onSubmit={submit} validationBehavior="aria">
        <div className={ui.pair}>
          <Field
            name="first_name"
            error={errors['first_name']}
            label={t('signUp.firstName')}
            defaultValue={me.first_name}
            autoComplete="given-name"
            maxLength={60}
            isRequired
          />
          <Field
            name="last_name"
            error={errors['last_name']}
            label={t('signUp.lastName')}
            defaultValue={me.last_name}
            autoComplete="family-name"
            maxLength={60}
            isRequired
          />
        </div>
        <div className={ui.pair}>
          <CityField
            name="city"
            error={errors['city']}
            label={t('signUp.city')}
            hint={t('signUp.cityHint')}
            start={me.city}
          />
          <Field
            name="country"
            error={errors['country']}
            label={t('signUp.country')}
            defaultValue={me.country}
            autoComplete="country-name"
            maxLength={60}
            isRequired
          />
        </div>
        <Button type="submit" look="primary" busy={saving.isPending}>
          {saving.isPending ? t('profile.saving') : t('profile.save')}
        </Button>
      </Form>
    </Part>
  );
}
