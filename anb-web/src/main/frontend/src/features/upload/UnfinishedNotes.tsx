import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { uploadKeys } from './api';
import { discard, unfinishedUploads, type Unfinished } from './resumable';

/** Uploads that stopped half-way, for instance because the page was closed. */
export function UnfinishedNotes({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const key = uploadKeys.unfinished(accountId);
  const { data = [] } = useQuery({
    queryKey: key,
    queryFn: () => unfinishedUploads(accountId),
    gcTime: 0,
    staleTime: 0,
  });
  const drop = (upload: Unfinished) => {
    client.setQueryData<Unfinished[]>(key, (rest) => rest?.filter((each) => each !== upload));
    void discard(upload);
  };
  return data.map((upload) => (
    <Notice
      key={upload.key}
      action={
        <Button small onClick={() => drop(upload)}>
          {t('upload.discard')}
        </Button>
      }
    >
      {t('upload.unfinished', { title: upload.title, file: upload.fileName })}
    </Notice>
  ));
}
