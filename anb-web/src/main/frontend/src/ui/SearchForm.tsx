import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { InputField } from './InputField';
import styles from './SearchForm.module.css';

interface Props {
  label: string;
  value: string;
  /** Gets the text without blanks around it. */
  onSearch: (text: string) => void;
}

/** A text to search for, sent with its button or the Enter key. */
export function SearchForm({ label, value, onSearch }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  return (
    <form
      role="search"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <InputField
        type="search"
        label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{t('ui.search')}</Button>
    </form>
  );
}
