import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { InputField } from '../../../ui/InputField';
import { Notice, ProblemNotice } from '../../../ui/Notice';
import { SelectField } from '../../../ui/SelectField';
import ui from '../../../ui/ui.module.css';
import styles from '../admin.module.css';
import { jurorsQuery, juryKeys } from '../api/jury';
import { jurorOptions } from './jurorOptions';

interface Props {
  label: string;
  options: readonly (readonly [id: string, name: string])[] | undefined;
  /** Whether a reason has to be given. */
  needsReason?: boolean;
  submit: string;
  action: (jurorId: string, otherId: string, reason: string) => Promise<unknown>;
  onDone: () => void;
}

/** Brings a juror together with a clip or a player. */
export function PairingForm({
  label,
  options = [],
  needsReason = false,
  submit,
  action,
  onDone,
}: Props) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const jurors = useQuery(jurorsQuery);
  const [juror, setJuror] = useState('');
  const [other, setOther] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const running = useMutation({
    mutationFn: () => action(juror, other, reason.trim()),
    onSuccess: async () => {
      setOther('');
      setReason('');
      await client.invalidateQueries({ queryKey: juryKeys.all });
      onDone();
    },
  });
  const present = options.some(([value]) => value === other) ? other : '';
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const complete = Boolean(juror && present && (!needsReason || reason.trim()));
    setMissing(!complete);
    if (complete) running.mutate();
  };
  return (
    <form className={ui.stack} noValidate onSubmit={send}>
      <div className={styles.grid}>
        <SelectField
          label={t('jury.juror')}
          value={juror}
          options={[['', t('jury.choose')], ...jurorOptions(jurors.data?.rows)]}
          onChange={(event) => setJuror(event.target.value)}
        />
        <SelectField
          label={label}
          value={present}
          options={[['', t('jury.choose')], ...options]}
          onChange={(event) => setOther(event.target.value)}
        />
        {needsReason && (
          <InputField
            label={t('reason')}
            value={reason}
            maxLength={500}
            required
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </div>
      {missing && <Notice tone="bad">{t('jury.chooseMissing')}</Notice>}
      {running.isError && <ProblemNotice error={running.error} />}
      <div>
        <Button type="submit" busy={running.isPending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
