import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRIVATE } from '../../api/queryKeys';
import { useFormats } from '../../i18n/useFormats';
import { ListSkeleton } from '../../ui/ListSkeleton';
import { Loadable } from '../../ui/Loadable';
import { Notice } from '../../ui/Notice';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  secondFactorQuery,
} from './api';
import { Part } from './Part';
import { QrCode } from './QrCode';
import styles from './profile.module.css';
import { SecretForm } from './SecretForm';

/** One-time codes of an authenticator app: set up, removed. */
export function SecondFactor() {
  const { t } = useTranslation();
  const { date } = useFormats();
  const client = useQueryClient();
  const state = useQuery(secondFactorQuery);
  // The codes are shown once, also while the page already knows that they count.
  const [codes, setCodes] = useState<string[] | null>(null);
  const refetch = () => client.invalidateQueries({ queryKey: PRIVATE });
  const beginning = useMutation({ mutationFn: beginSecondFactor });
  const confirming = useMutation({
    mutationFn: confirmSecondFactor,
    onSuccess: (fresh) => {
      setCodes(fresh);
      beginning.reset();
      return refetch();
    },
  });
  const removing = useMutation({
    mutationFn: removeSecondFactor,
    onSuccess: () => {
      setCodes(null);
      return refetch();
    },
  });

  return (
    <Part title={t('factor.title')} text={t('factor.lead')}>
      {codes && <RecoveryCodes codes={codes} />}
      {removing.isSuccess && <Notice tone="good">{t('factor.removed')}</Notice>}
      <Loadable query={state} skeleton={<ListSkeleton count={1} />}>
        {({ since, recovery_codes_left, required }) => {
          if (since) {
            return (
              <>
                <p>{t('factor.since', { since: date(since), count: recovery_codes_left })}</p>
                <SecretForm
                  kind="password"
                  label={t('factor.password')}
                  act={t('factor.remove')}
                  look="danger"
                  hint={required ? t('factor.removeRequired') : t('factor.removeHint')}
                  run={removing}
                />
              </>
            );
          }
          if (beginning.data) {
            return (
              <>
                <p>{t('factor.scan')}</p>
                <QrCode
                  path={beginning.data.qr_path}
                  size={beginning.data.qr_size}
                  label={t('factor.qr')}
                />
                <p>
                  {t('factor.type')} <code className={styles.code}>{beginning.data.secret}</code>
                </p>
                <SecretForm
                  kind="code"
                  label={t('factor.code')}
                  act={t('factor.confirm')}
                  look="primary"
                  run={confirming}
                />
              </>
            );
          }
          return (
            <SecretForm
              kind="password"
              label={t('factor.password')}
              act={t('factor.begin')}
              look="primary"
              run={beginning}
            />
          );
        }}
      </Loadable>
    </Part>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="good">{t('factor.confirmed')}</Notice>
      <p>{t('factor.codesText')}</p>
      <ul className={styles.codes} aria-label={t('factor.codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code className={styles.code}>{code}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
