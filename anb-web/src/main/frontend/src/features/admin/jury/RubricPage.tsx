import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../../api/problem';
import { Button } from '../../../ui/Button';
import { classes } from '../../../ui/classes';
import { Loadable } from '../../../ui/Loadable';
import { ProblemNotice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import ui from '../../../ui/ui.module.css';
import styles from '../admin.module.css';
import { InputField } from '../../../ui/InputField';
import { FieldGroup } from '../../../ui/Section';
import { StatusMessage } from '../../../ui/StatusMessage';
import { TableSkeleton } from '../../../ui/Table';
import { added, moved, shareOf, toCriteria, toRows, type Row } from './rubric';
import { rubricQuery, saveRubric, type Rubric } from '../api/jury';
import { useShortFormats } from '../../../i18n/useShortFormats';

/** What jurors judge by. */
export default function RubricPage() {
  const { t } = useTranslation('admin');
  const [message, setMessage] = useState('');
  const rubric = useQuery({ ...rubricQuery, refetchOnWindowFocus: false });
  return (
    <Page
      title={t('rubric.title')}
      lead={
        <>
          {t('rubric.lead')} <Link to="/admin/jury">{t('sheet.back')}</Link>
        </>
      }
    >
      <div className={ui.stack}>
        <StatusMessage>{message}</StatusMessage>
        <Loadable query={rubric} skeleton={<TableSkeleton />}>
          {(now) => <RubricForm rubric={now} onSaved={() => setMessage(t('rubric.saved'))} />}
        </Loadable>
      </div>
    </Page>
  );
}

function RubricForm({ rubric, onSaved }: { rubric: Rubric; onSaved: () => void }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const adder = useRef<HTMLButtonElement>(null);
  const [rows, setRows] = useState(() => toRows(rubric.criteria));
  const saving = useMutation({
    mutationFn: () => saveRubric(toCriteria(rows)),
    onSuccess: (saved) => {
      client.setQueryData(rubricQuery.queryKey, saved);
      setRows(toRows(saved.criteria));
      onSaved();
    },
  });
  const wrong = saving.error ? ApiProblem.of(saving.error).byField : {};
  const change = (next: Row[]) => {
    // What was wrong stood at rows that may be elsewhere now.
    saving.reset();
    setRows(next);
  };
  return (
    <form
      noValidate
      className={ui.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      {rows.map((row, index) => (
        <CriterionFields
          key={row.key}
          row={row}
          share={shareOf(rows, row)}
          index={index}
          count={rows.length}
          wrong={wrong}
          onChange={(fields) =>
            setRows(rows.map((each) => (each.key === row.key ? { ...each, fields } : each)))
          }
          onMove={(by) => change(moved(rows, index, by))}
          onRemove={() => {
            change(rows.toSpliced(index, 1));
            // The button that was pressed is gone.
            adder.current?.focus();
          }}
        />
      ))}
      {saving.isError && <ProblemNotice error={saving.error} />}
      <div className={ui.row}>
        <Button type="submit" look="primary" busy={saving.isPending}>
          {t('save')}
        </Button>
        <Button ref={adder} onClick={() => change(added(rows))}>
          {t('rubric.add')}
        </Button>
      </div>
    </form>
  );
}

interface CriterionProps {
  row: Row;
  share: number;
  index: number;
  count: number;
  wrong: Record<string, string>;
  onChange: (fields: Row['fields']) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const TEXTS = ['code', 'name_es', 'name_en'] as const;
const LONG_TEXTS = ['description_es', 'description_en'] as const;
const NUMBERS = ['weight', 'min', 'max', 'step'] as const;

function CriterionFields(props: CriterionProps) {
  const { row, share, index, count, wrong, onChange, onMove, onRemove } = props;
  const { t } = useTranslation('admin');
  const { number } = useShortFormats();
  const name = t('rubric.criterion', { number: index + 1 });
  const common = (field: keyof Row['fields']) => ({
    label: t(`rubric.${field}`),
    value: row.fields[field],
    error: wrong[`criteria[${index}].${field}`],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ ...row.fields, [field]: event.target.value }),
  });
  return (
    <FieldGroup
      title={name}
      note={t('rubric.share', { share: number(Math.round(share * 10) / 10) })}
      tools={
        <>
          <Button
            small
            busy={index === 0}
            aria-label={`${t('rubric.up')}: ${name}`}
            onClick={() => onMove(-1)}
          >
            {t('rubric.up')}
          </Button>
          <Button
            small
            busy={index === count - 1}
            aria-label={`${t('rubric.down')}: ${name}`}
            onClick={() => onMove(1)}
          >
            {t('rubric.down')}
          </Button>
          <Button
            small
            look="danger"
            busy={count === 1}
            aria-label={`${t('rubric.remove')}: ${name}`}
            onClick={onRemove}
          >
            {t('rubric.remove')}
          </Button>
        </>
      }
    >
      <div className={styles.grid}>
        {TEXTS.map((field) => (
          <InputField key={field} {...common(field)} required />
        ))}
      </div>
      <div className={classes(styles.grid, styles.charts)}>
        {LONG_TEXTS.map((field) => (
          <InputField key={field} {...common(field)} />
        ))}
      </div>
      <div className={styles.grid}>
        {NUMBERS.map((field) => (
          <InputField key={field} {...common(field)} type="number" step="any" required />
        ))}
      </div>
    </FieldGroup>
  );
}
