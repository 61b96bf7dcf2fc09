import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { useFormats } from '../../i18n/useFormats';
import { Button } from '../../ui/Button';
import { DialogTitle, ModalDialog } from '../../ui/ModalDialog';
import { Notice, ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';
import { Autosave } from './autosave';
import { CriterionField, criterionId } from './CriterionField';
import styles from './jury.module.css';
import {
  readSheet,
  saveSheet,
  submitSheet,
  type Criterion,
  type Draft,
  type OpenSheet,
  type Sheet,
} from './api';
import { SaveNote } from './SaveNote';
import { missing, share, total, type Marks } from './scale';
import { TextAreaField } from '../../ui/TextAreaField';
import { useWords } from './useWords';

/** In characters, as the server takes it. */
const MAX_COMMENT = 2000;

interface Props {
  id: string;
  sheet: Sheet;
  criteria: readonly Criterion[];
  onSaved: (after: OpenSheet) => void;
  /** The juror wants what the server has in place of what is on the page. */
  onReloaded: (after: OpenSheet) => void;
  onSubmitted: (after: OpenSheet) => void;
}

/** The score sheet while it can be written on; saves itself. */
export function SheetForm({ id, sheet, criteria, onSaved, onReloaded, onSubmitted }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const words = useWords();
  const [marks, setMarks] = useState<Marks>(() =>
    Object.fromEntries(sheet.scores.map(({ criterion, value }) => [criterion, value])),
  );
  const [comment, setComment] = useState(sheet.comment ?? '');
  const [drafts, state] = useAutosave(id, sheet.version, onSaved);
  const [complaining, setComplaining] = useState(false);
  const [asking, setAsking] = useState(false);
  const summary = useRef<HTMLDivElement>(null);

  const change = (marks: Marks, comment: string) => {
    setMarks(marks);
    setComment(comment);
    drafts.change({
      scores: criteria.flatMap(({ code }) => {
        const value = marks[code];
        return value === undefined ? [] : [{ criterion: code, value }];
      }),
      comment,
    });
  };
  const mark = (code: string, value: number | undefined) => {
    if (marks[code] === value) return;
    const others = Object.entries(marks).filter(([other]) => other !== code);
    change(Object.fromEntries(value === undefined ? others : [...others, [code, value]]), comment);
  };

  const reload = useMutation({ mutationFn: () => readSheet(id), onSuccess: onReloaded });
  const keep = useMutation({
    mutationFn: async () => drafts.keepMine((await readSheet(id)).sheet.version),
  });
  const submission = useMutation({
    mutationFn: () => submitSheet(id, drafts.version),
    onSuccess: (after) => {
      setAsking(false);
      onSubmitted(after);
    },
  });
  const left = missing(criteria, marks);
  const points = total(criteria, marks);
  const refused = ApiProblem.of(submission.error).byField;

  useEffect(() => {
    if (complaining) summary.current?.focus();
  }, [complaining]);

  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (left.length > 0) {
      setComplaining(true);
      summary.current?.focus();
      return;
    }
    if (await drafts.flush()) {
      submission.reset();
      setAsking(true);
    }
  };

  return (
    <>
      <form noValidate className={ui.stack} onSubmit={(event) => void submit(event)}>
        {complaining && left.length > 0 && (
          <div
            ref={summary}
            tabIndex={-1}
            role="group"
            aria-labelledby="jury-missing"
            className={styles.summary}
          >
            <h3 id="jury-missing">{t('jury.missing', { count: left.length })}</h3>
            <ul>
              {left.map((each) => (
                <li key={each.code}>
                  <a
                    href={`#${criterionId(each.code)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(criterionId(each.code))?.focus();
                    }}
                  >
                    <span dir="auto">{words(each).name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {criteria.map((each) => (
          <CriterionField
            key={each.code}
            criterion={each}
            share={share(each, criteria)}
            value={marks[each.code]}
            error={
              complaining && marks[each.code] === undefined
                ? t('jury.valueMissing')
                : refused[`scores.${each.code}`]
            }
            onChange={(value) => mark(each.code, value)}
          />
        ))}
        <TextAreaField
          label={t('jury.comment')}
          hint={t('jury.commentHint', { left: MAX_COMMENT - comment.length })}
          value={comment}
          rows={4}
          maxLength={MAX_COMMENT}
          onChange={(text) => change(marks, text)}
        />
        <p className={styles.total}>
          <span>
            {left.length === 0
              ? t('jury.total')
              : t('jury.partial', { count: criteria.length - left.length, all: criteria.length })}
          </span>
          <b>{points === null ? '–' : t('jury.points', { points: number(points) })}</b>
        </p>
        {state.kind === 'conflict' ? (
          <Notice
            tone="bad"
            action={
              <div className={ui.row}>
                <Button small busy={reload.isPending} onClick={() => reload.mutate()}>
                  {t('jury.loadTheirs')}
                </Button>
                <Button small busy={keep.isPending} onClick={() => keep.mutate()}>
                  {t('jury.keepMine')}
                </Button>
              </div>
            }
          >
            {t('jury.versionConflict')}
          </Notice>
        ) : (
          <SaveNote state={state} before={sheet.saved_at} onRetry={() => void drafts.flush()} />
        )}
        {(reload.isError || keep.isError) && <ProblemNotice error={reload.error ?? keep.error} />}
        <Button type="submit" look="primary" wide>
          {t('jury.submit')}
        </Button>
      </form>

      <ModalDialog
        role="alertdialog"
        isOpen={asking}
        onOpenChange={setAsking}
        isDismissable={!submission.isPending}
      >
        <DialogTitle>{t('jury.submitTitle')}</DialogTitle>
        <p>{t('jury.submitText', { points: number(points ?? 0) })}</p>
        {submission.isError && <ProblemNotice error={submission.error} />}
        <div className={ui.row}>
          <Button look="primary" busy={submission.isPending} onClick={() => submission.mutate()}>
            {t('jury.submitConfirm')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('jury.goBack')}</Button>
        </div>
      </ModalDialog>
    </>
  );
}

function useAutosave(id: string, version: number, onSaved: (after: OpenSheet) => void) {
  const [drafts] = useState(
    () =>
      new Autosave<Draft>(version, async (draft, version) => {
        const after = await saveSheet(id, version, draft);
        onSaved(after);
        return after.sheet.version;
      }),
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (drafts.isDirty) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
      // Going to another page of the application saves at once.
      void drafts.flush();
    };
  }, [drafts]);
  return [drafts, useSyncExternalStore(drafts.subscribe, drafts.state)] as const;
}
