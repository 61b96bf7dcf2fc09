import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import type { OwnVideo } from '../../api/types';
import { Button } from '../../ui/Button';
import { DialogTitle, ModalDialog } from '../../ui/ModalDialog';
import { ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';

/** Deletes a clip, after asking. */
export function DeleteButton({ clip, onDeleted }: { clip: OwnVideo; onDeleted: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const deletion = useMutation({
    mutationFn: () =>
      body(api.DELETE('/api/videos/{video_id}', { params: { path: { video_id: clip.video_id } } })),
    onSuccess: () => {
      setAsking(false);
      onDeleted();
      void client.invalidateQueries({ queryKey: ['me', 'videos'] });
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
