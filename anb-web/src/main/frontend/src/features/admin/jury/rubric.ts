import type { Criterion } from '../api/jury';

/** A criterion as fields show it. */
export interface Row {
  /** Tells rows apart while they are moved around. */
  key: number;
  fields: Record<keyof Criterion, string>;
}

const NEW: Row['fields'] = {
  code: '',
  name_es: '',
  name_en: '',
  description_es: '',
  description_en: '',
  weight: '10',
  min: '1',
  max: '10',
  step: '0.5',
};

export function toRows(criteria: readonly Criterion[]): Row[] {
  return criteria.map((each, key) => ({
    key,
    fields: {
      code: each.code,
      name_es: each.name_es,
      name_en: each.name_en,
      description_es: each.description_es,
      description_en: each.description_en,
      weight: String(each.weight),
      min: String(each.min),
      max: String(each.max),
      step: String(each.step),
    },
  }));
}

export function added(rows: readonly Row[]): Row[] {
  return [...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, fields: NEW }];
}

/** With one row another number of places further down; as it was at either end. */
export function moved(rows: readonly Row[], from: number, by: -1 | 1): Row[] {
  const to = from + by;
  const row = rows[from];
  if (!row || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}

/** What a criterion weighs among all, in percent; 0 while weights are no numbers. */
export function shareOf(rows: readonly Row[], row: Row): number {
  const sum = rows.reduce((total, { fields }) => total + Number(fields.weight), 0);
  return sum > 0 ? (100 * Number(row.fields.weight)) / sum : 0;
}

/** As the server takes it. A number that is none is sent as 0, and refused with its field. */
export function toCriteria(rows: readonly Row[]): Criterion[] {
  const number = (text: string) => Number(text) || 0;
  return rows.map(({ fields }) => ({
    code: fields.code.trim(),
    name_es: fields.name_es,
    name_en: fields.name_en,
    description_es: fields.description_es,
    description_en: fields.description_en,
    weight: number(fields.weight),
    min: number(fields.min),
    max: number(fields.max),
    step: number(fields.step),
  }));
}
