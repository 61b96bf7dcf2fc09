import { useState, type SyntheticEvent } from 'react';
import { DropZone, FileTrigger, Button as AriaButton, Form, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { useAccount, type Account } from '../auth';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Empty } from '../../ui/Empty';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Loadable } from '../../ui/Loadable';
import { Notice, useProblemText } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Progress } from '../../ui/Progress';
import ui from '../../ui/ui.module.css';
import { uploadsOpen, useContest } from '../contest';
import { acceptable, type Rules } from './checks';
import { ChosenClip } from './ChosenClip';
import { earlierTitle } from './resumable';
import { UnfinishedNotes } from './UnfinishedNotes';
import styles from './upload.module.css';
import type { Journey } from './uploader';
import { useChosenFile } from './useChosenFile';
import { usePart } from './usePart';
import { useUpload } from './useUpload';

const MEGABYTE = 1024 * 1024;
const TITLE_LENGTH = 120;

export default function UploadPage() {
  const { t } = useTranslation();
  const contest = useContest();
  const account = useAccount();
  const rules = contest.data?.rules;
  const skeleton = <div className={classes(ui.skeleton, styles.zone)} />;
  return (
    <Page
      title={t('upload.title')}
      lead={
        rules &&
        t('upload.lead', {
          min: rules.min_seconds,
          max: rules.max_seconds,
          size: Math.round(rules.max_bytes / MEGABYTE),
          shown: rules.shown_seconds,
        })
      }
    >
      <Loadable query={contest} skeleton={skeleton}>
        {(known) =>
          uploadsOpen(known) ? (
            <Loadable query={account} skeleton={skeleton}>
              {(me) => <UploadForm rules={known.rules} account={me} />}
            </Loadable>
          ) : (
            <Empty>{t('upload.closed')}</Empty>
          )
        }
      </Loadable>
    </Page>
  );
}

function UploadForm({ rules, account }: { rules: Rules; account: Account }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { chosen, choose } = useChosenFile(rules);
  const { upload, journey, cancel, cancelled } = useUpload();
  const [title, setTitle] = useState('');
  const part = usePart(rules.shown_seconds);
  const problem = upload.isError && !cancelled ? ApiProblem.of(upload.error) : null;

  const take = async (file: File) => {
    part.reset();
    void choose(file);
    const earlier = await earlierTitle(account.user_id, file);
    if (earlier !== null) setTitle((current) => current || earlier);
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!chosen?.checks || !acceptable(chosen.checks) || upload.isPending) return;
    upload.mutate(
      {
        file: chosen.file,
        title: title.trim(),
        ...part.millis(),
        accountId: account.user_id,
      },
      { onSuccess: (id) => void navigate('/me/videos', { state: { uploaded: id } }) },
    );
  };

  if (upload.isPending && chosen) {
    return <Sending file={chosen.file} title={title} journey={journey} onCancel={cancel} />;
  }
  return (
    <div className={ui.stack}>
      {cancelled && <Notice>{t('upload.cancelled')}</Notice>}
      {problem && (
        <Notice tone="bad">
          {problem.fields.map((field) => field.message).join(' ') || problemText(problem)}
        </Notice>
      )}
      {chosen ? (
        <Form className={styles.chosen ?? ''} onSubmit={submit}>
          <ChosenClip
            chosen={chosen}
            rules={rules}
            part={part}
            onRemove={() => void choose(null)}
          />
          <div className={classes(ui.card, ui.stack)}>
            <Field
              label={t('upload.titleField')}
              hint={t('upload.titleHint', { max: TITLE_LENGTH })}
              value={title}
              onChange={setTitle}
              maxLength={TITLE_LENGTH}
              validate={(value) => (value.trim() || value === '' ? null : t('common.required'))}
              isRequired
            />
            <Button
              type="submit"
              look="primary"
              wide
              busy={!chosen.checks || !acceptable(chosen.checks)}
            >
              <Icon name="upload" />
              {t('upload.submit')}
            </Button>
          </div>
        </Form>
      ) : (
        <>
          <UnfinishedNotes accountId={account.user_id} />
          <Choice quicktime={rules.accept_quicktime} onChoose={(file) => void take(file)} />
        </>
      )}
    </div>
  );
}

function Choice({ quicktime, onChoose }: { quicktime: boolean; onChoose: (file: File) => void }) {
  const { t } = useTranslation();
  const types = quicktime
    ? ['video/mp4', 'video/quicktime', '.mp4', '.mov']
    : ['video/mp4', '.mp4'];
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onChoose(file);
  };
  return (
    <DropZone
      className={styles.zone ?? ''}
      onDrop={(event) => {
        const item = event.items.find((each) => each.kind === 'file');
        if (item?.kind === 'file') void item.getFile().then(onChoose);
      }}
    >
      <Icon name="upload" size={56} />
      <Text slot="label" className={styles.drop ?? ''}>
        {t('upload.drop')}
      </Text>
      <p className={styles.or}>{t('upload.or')}</p>
      <div className={ui.row}>
        <FileTrigger acceptedFileTypes={types} onSelect={take}>
          <AriaButton className={classes(ui.button, ui.primary)}>{t('upload.pick')}</AriaButton>
        </FileTrigger>
        <span className={styles.camera}>
          <FileTrigger acceptedFileTypes={['video/*']} defaultCamera="environment" onSelect={take}>
            <AriaButton className={ui.button ?? ''}>
              <Icon name="camera" />
              {t('upload.record')}
            </AriaButton>
          </FileTrigger>
        </span>
      </div>
    </DropZone>
  );
}

function Sending({
  file,
  title,
  journey: { sent, state },
  onCancel,
}: {
  file: File;
  title: string;
  journey: Journey;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes(ui.card, ui.stack)}>
      <h2 dir="auto">{title}</h2>
      <Progress label={t('upload.progress')} value={Math.floor((sent / file.size) * 100)} />
      {state === 'waiting' ? (
        <Notice tone="warn">{t('upload.waiting')}</Notice>
      ) : (
        <p role="status">{state === 'finishing' ? t('upload.stored') : t('upload.sending')}</p>
      )}
      <div>
        <Button look="danger" onClick={onCancel}>
          <Icon name="cross" />
          {t('upload.cancel')}
        </Button>
      </div>
    </div>
  );
}
