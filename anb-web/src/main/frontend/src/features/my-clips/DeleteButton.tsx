import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { DialogTitle, ModalDialog } from '../../ui/ModalDialog';
import { ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';
import { deleteClip, myClipsKeys, type OwnVideo } from './api';

/** Deletes a clip, after asking. */
export function DeleteButton({ clip, onDeleted }: { clip: OwnVideo; onDeleted: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const deletion = useMutation({
    mutationFn: () => deleteClip(clip.video_id),
    onSuccess: () => {
      setAsking(false);
      onDeleted();
      void client.invalidateQueries({ queryKey: myClipsKeys.all });
    },
  });

  return (
    <>
      <Button small look="danger" onClick={() => setAsking(true)}>
        {t('clips.delete')}
      </Button>
      <ModalDialog
        role="alertdialog"
        isOpen={asking}
        onOpenChange={setAsking}
        isDismissable={!deletion.isPending}
      >
        <DialogTitle>{t('clips.deleteTitle')}</DialogTitle>
        <p>{t('clips.deleteText', { title: clip.title })}</p>
        {deletion.isError && <ProblemNotice error={deletion.error} />}
        <div className={ui.row}>
          <Button look="danger" busy={deletion.isPending} onClick={() => deletion.mutate()}>
            {t('clips.delete')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
        </div>
      </ModalDialog>
    </>
  );
}
