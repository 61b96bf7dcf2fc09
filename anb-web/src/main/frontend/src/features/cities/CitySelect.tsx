import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import ui from '../../ui/ui.module.css';
import { citiesQuery } from './api';

interface Props {
  label: string;
  /** What the empty choice is called. */
  none: string;
  value: string;
  onChange: (city: string) => void;
}

/** A choice of one of the catalogue's cities. */
export function CitySelect({ label, none, value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const cities = useQuery(citiesQuery);
  const names = cities.data?.map((city) => city.name) ?? [];
  return (
    <div className={ui.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={ui.control}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => {
          if (cities.isError) void cities.refetch();
        }}
      >
        <option value="">{cities.isPending ? t('ui.loading') : none}</option>
        {value && !names.includes(value) && <option dir="auto">{value}</option>}
        {names.map((name) => (
          <option key={name} dir="auto">
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
