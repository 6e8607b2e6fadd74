import { Button, Menu, TextInput, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr, ltrField, Typed, typedDirection } from '../../i18n/text.tsx';
import classes from './contact-picker.module.css';
import type { Holder } from './use-people.ts';

/** Whose phone it is; another one's can be taken, or a new person's. */
export function ContactPicker({
  people,
  chosen,
  onChoose,
  onAdd,
}: {
  readonly people: readonly Holder[];
  readonly chosen: Holder;
  readonly onChoose: (id: string) => void;
  readonly onAdd: (phone: string, name: string) => void;
}) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  if (adding) {
    return (
      <NewPerson
        onCancel={() => setAdding(false)}
        onAdd={(phone, name) => {
          setAdding(false);
          onAdd(phone, name);
        }}
      />
    );
  }
  return (
    <Menu width={320} position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.who}>
          <span className={classes.initial} aria-hidden="true">
            {[...chosen.name][0]}
          </span>
          <span className={classes.names}>
            <span className="visually-hidden">{t('phone:who')}</span>
            <strong>
              <Typed>{chosen.name}</Typed>
            </strong>
            <small>
              <Address of={chosen} />
            </small>
          </span>
          <IconChevronDown size={18} stroke={1.8} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {people.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => onChoose(one.id)}
            rightSection={one.id === chosen.id ? <IconCheck size={18} aria-hidden="true" /> : null}
          >
            <Typed>{one.name}</Typed>{' '}
            <span className={classes.number}>
              <Address of={one} />
            </span>
            {one.does !== '' && (
              <span className={classes.does} lang="en" dir="ltr">
                {one.does}
              </span>
            )}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserPlus size={18} stroke={1.7} />} onClick={() => setAdding(true)}>
          {t('phone:add.open')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Address({ of: { id } }: { readonly of: Holder }) {
  return <Ltr>{/^\d+$/.test(id) ? `+${id}` : id}</Ltr>;
}

function NewPerson({
  onAdd,
  onCancel,
}: {
  readonly onAdd: (phone: string, name: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [phone, setPhone] = useState('');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const digits = phone.replace(/\D/g, '');
  const wrong = digits.length < 8 || digits.length > 15 || digits.startsWith('0');
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!wrong && name.trim() !== '') onAdd(digits, name.trim());
      }}
    >
      <TextInput
        label={t('phone:add.name')}
        value={name}
        maxLength={60}
        attributes={typedDirection(name)}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' ? t('phone:add.needed') : null}
        data-autofocus
      />
      <TextInput
        label={t('phone:add.phone')}
        value={phone}
        type="tel"
        attributes={ltrField}
        placeholder="+964 770 000 0010"
        onChange={(event) => setPhone(event.currentTarget.value)}
        error={tried && wrong ? t('phone:add.wrong') : null}
      />
      <div className={classes.buttons}>
        <Button variant="default" h={44} onClick={onCancel}>
          {t('parts:cancel')}
        </Button>
        <Button type="submit" h={44}>
          {t('phone:add.done')}
        </Button>
      </div>
    </form>
  );
}
