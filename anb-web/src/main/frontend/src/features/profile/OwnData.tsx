import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { ProblemNotice } from '../../ui/Notice';
import type { Account } from '../auth';
import { downloadOwnData } from './api';
import { Part } from './Part';

/** Everything that is kept about the person, as a file. */
export function OwnData({ me }: { me: Account }) {
  const { t } = useTranslation();
  const saving = useMutation({
    mutationFn: () => downloadOwnData(me.user_id),
  });
  return (
    <Part title={t('profile.data')} text={t('profile.dataText')}>
      {saving.isError && <ProblemNotice error={saving.error} />}
      <div>
        <Button busy={saving.isPending} onClick={() => saving.mutate()}>
          {saving.isPending ? t('profile.dataSaving') : t('profile.dataSave')}
        </Button>
      </div>
    </Part>
  );
}
