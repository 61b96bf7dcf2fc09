import { useId } from 'react';
import {
  Button as Step,
  FieldError,
  Group,
  Input,
  Label,
  NumberField,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import ui from '../../ui/ui.module.css';
import styles from './jury.module.css';
import type { Criterion } from './api';
import { useWords } from './useWords';

interface Props {
  criterion: Criterion;
  /** What it counts, in percent. */
  share: number;
  value: number | undefined;
  error: string | undefined;
  onChange: (value: number | undefined) => void;
}

/** The element that a summary of errors leads to. */
export function criterionId(code: string): string {
  return `criterion-${code}`;
}

/** Takes a value on a criterion's scale: typed, stepped or slid. */
export function CriterionField({ criterion, share, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { name, description } = useWords()(criterion);
  const slider = useId();
  const { min, max, step } = criterion;
  const scale = t('jury.scale', { min: number(min), max: number(max), step: number(step) });

  return (
    <div className={styles.criterion}>
      <NumberField
        id={criterionId(criterion.code)}
        className={ui.field ?? ''}
        value={value ?? NaN}
        minValue={min}
        maxValue={max}
        step={step}
        isRequired
        isInvalid={error !== undefined}
        validationBehavior="aria"
        onChange={(given) => onChange(Number.isNaN(given) ? undefined : given)}
      >
        <div className={styles.named}>
          <Label>{name}</Label>
          <span>{t('jury.share', { share: number(share) })}</span>
        </div>
        <Text slot="description" className={ui.hint ?? ''}>
          {description} {scale}
        </Text>
        <Group className={styles.number ?? ''}>
          <Step slot="decrement">−</Step>
          <Input className={ui.control ?? ''} placeholder="–" />
          <Step slot="increment">+</Step>
        </Group>
        <FieldError className={ui.fieldError ?? ''}>{error}</FieldError>
      </NumberField>
      <div className={styles.slide}>
        <span aria-hidden="true">{number(min)}</span>
        <input
          id={slider}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value ?? min}
          data-unset={value === undefined || undefined}
          aria-label={t('jury.slider', { name })}
          aria-valuetext={value === undefined ? t('jury.unset') : number(value)}
          onChange={(event) => onChange(event.target.valueAsNumber)}
          // The lowest value is where the slider already stands: choosing it changes nothing.
          onClick={(event) => onChange(event.currentTarget.valueAsNumber)}
          onKeyUp={(event) => {
            if (value === undefined && ['Home', 'ArrowLeft', 'ArrowDown'].includes(event.key)) {
              onChange(min);
            }
          }}
        />
        <span aria-hidden="true">{number(max)}</span>
      </div>
    </div>
  );
}
