import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Notice, ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';
import { accountKeys, type Account } from '../auth';
import { deletePicture, savePicture } from './api';
import { Part } from './Part';
import styles from './profile.module.css';
import { squareOf, UnreadablePicture } from './squareOf';

/** The player's picture: shows it, takes another one, or none. */
export function Picture({ me }: { me: Account }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLButtonElement>(null);
  const change = useMutation({
    mutationFn: (file: File | null) => (file ? replace(file) : remove(me)),
    onSuccess: (saved, file) => {
      client.setQueryData(accountKeys.own, saved);
      // The button that was pressed is gone.
      if (file === null) picker.current?.focus();
    },
  });
  const sending = change.isPending && change.variables !== null;
  return (
    <Part title={t('profile.picture')} text={t('profile.pictureHint')}>
      {change.isSuccess && (
        <Notice tone="good">
          {change.variables ? t('profile.pictureSaved') : t('profile.pictureRemoved')}
        </Notice>
      )}
      {change.isError &&
        (change.error instanceof UnreadablePicture ? (
          <Notice tone="bad">{t('profile.pictureUnreadable')}</Notice>
        ) : (
          <ProblemNotice error={change.error} />
        ))}
      <div className={styles.picture}>
        <span className={styles.face}>
          {me.avatar_url ? (
            <img src={me.avatar_url} alt={t('profile.pictureAlt')} />
          ) : (
            <Icon name="user" size={48} />
          )}
        </span>
        <div className={ui.row}>
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png"
            aria-label={t('profile.pickPicture')}
            hidden
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) change.mutate(file);
              // The same file may be chosen again.
              event.target.value = '';
            }}
          />
          <Button ref={picker} busy={change.isPending} onClick={() => input.current?.click()}>
            {sending ? t('profile.pictureSending') : t('profile.pickPicture')}
          </Button>
          {me.avatar_url && (
            <Button busy={change.isPending} onClick={() => change.mutate(null)}>
              {t('profile.removePicture')}
            </Button>
          )}
        </div>
      </div>
    </Part>
  );
}

async function replace(file: File): Promise<Account> {
  return savePicture(await squareOf(file));
}

async function remove(me: Account): Promise<Account> {
  await deletePicture();
  return { ...me, avatar_url: null };
}
