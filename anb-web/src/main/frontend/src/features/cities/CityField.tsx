import { useQuery } from '@tanstack/react-query';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { citiesQuery } from './api';
import { Icon } from '../../ui/Icon';
import ui from '../../ui/ui.module.css';

interface Props {
  name: string;
  label: string;
  hint: string;
  /** The city to start with. */
  start?: string;
  error?: string | undefined;
}

/** A city of the catalogue, or any other that the reader writes. */
export function CityField({ name, label, hint, start = '', error }: Props) {
  const cities = useQuery(citiesQuery);
  return (
    <ComboBox
      name={name}
      formValue="text"
      allowsCustomValue
      isRequired
      {...(error && { isInvalid: true })}
      menuTrigger="focus"
      defaultInputValue={start}
      defaultItems={cities.data ?? []}
      className={ui.field ?? ''}
    >
      <Label>{label}</Label>
      <div className={ui.withButton}>
        <Input
          dir="auto"
          className={ui.control ?? ''}
          autoComplete="address-level2"
          maxLength={80}
        />
        <Button className={ui.inside ?? ''}>
          <Icon name="chevron" />
        </Button>
      </div>
      <Text slot="description" className={ui.hint ?? ''}>
        {hint}
      </Text>
      <FieldError className={ui.fieldError ?? ''}>{error}</FieldError>
      <Popover className={ui.popover ?? ''}>
        <ListBox<{ name: string; department: string }>>
          {(city) => (
            <ListBoxItem id={city.name} textValue={city.name} className={ui.option ?? ''}>
              <span dir="auto">{city.name}</span>
              <small dir="auto">{city.department}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
