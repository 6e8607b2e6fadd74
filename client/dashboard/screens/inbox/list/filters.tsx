import { ActionIcon, Menu, TextInput, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconSearch, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../../data/documents.ts';
import { InboxNumbersDocument } from '../../../generated/graphql.ts';
import { Ltr, typedDirection } from '../../../i18n/text.tsx';
import { useShortcut } from '../../../shell/shortcuts.tsx';
import { phoneOf } from '../contact-name.ts';
import type { ListFilter } from './conversation-list.ts';
import classes from './filters.module.css';

const ONLY = ['all', 'unread', 'open', 'failed'] as const;

/** What the list is narrowed down to. */
export function Filters({
  filter,
  onChange,
}: {
  readonly filter: ListFilter;
  readonly onChange: (filter: ListFilter) => void;
}) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: documentOf(InboxNumbersDocument) });
  const search = useRef<HTMLInputElement>(null);
  useShortcut('/', 'inbox:shortcut.search', () => search.current?.focus());
  const numbers = data?.phoneNumbers ?? [];
  const number = numbers.find(({ id }) => id === filter.number);

  return (
    <div className={classes.filters}>
      <TextInput
        ref={search}
        type="search"
        size="md"
        aria-label={t('inbox:list.search')}
        placeholder={t('inbox:list.search')}
        value={filter.search}
        maxLength={200}
        attributes={typedDirection(filter.search)}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Escape' && search.current?.blur()}
        leftSection={<IconSearch size={18} stroke={1.7} />}
        rightSection={
          filter.search === '' ? null : (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              aria-label={t('inbox:list.clear')}
              onClick={() => onChange({ ...filter, search: '' })}
            >
              <IconX size={16} stroke={1.8} />
            </ActionIcon>
          )
        }
      />
      <div className={classes.chips}>
        {ONLY.map((only) => (
          <UnstyledButton
            key={only}
            className={classes.chip}
            aria-pressed={filter.only === only}
            onClick={() => onChange({ ...filter, only })}
          >
            <span>{t(`inbox:filter.${only}`)}</span>
          </UnstyledButton>
        ))}
        {numbers.length > 1 && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <UnstyledButton className={classes.chip} data-chosen={number !== undefined}>
                <span>
                  {number === undefined ? (
                    t('inbox:filter.number')
                  ) : (
                    <Ltr>{phoneOf(number.display || number.phoneNumberId)}</Ltr>
                  )}
                  <IconChevronDown size={14} stroke={1.8} />
                </span>
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                rightSection={filter.number === null && <IconCheck size={16} />}
                onClick={() => onChange({ ...filter, number: null })}
              >
                {t('inbox:filter.everyNumber')}
              </Menu.Item>
              {numbers.map(({ display, id, phoneNumberId }) => (
                <Menu.Item
                  key={id}
                  rightSection={filter.number === id && <IconCheck size={16} />}
                  onClick={() => onChange({ ...filter, number: id })}
                >
                  <Ltr>{phoneOf(display || phoneNumberId)}</Ltr>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </div>
  );
}
