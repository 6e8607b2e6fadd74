import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Ltr } from '../../i18n/text.tsx';
import { useGrowing } from '../../parts/growing.tsx';
import { useShortcut } from '../../shell/shortcuts.tsx';
import { Quality } from './quality.tsx';
import classes from './template-list.module.css';
import { TemplateStatus } from './template-status.tsx';
import { bodyOf, knownStatus, matching, type Template } from './template-words.ts';

/** Every template by its name, with what can be said of it in a line. */
export function TemplateList({
  templates,
  chosen,
  actions,
}: {
  readonly templates: readonly Template[];
  readonly chosen: string | null;
  readonly actions: ReactNode;
}) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState('');
  // The name of the page is that of the template that is open.
  const Heading = chosen === null ? 'h1' : 'h2';
  const found = matching(templates, search, status);
  const { shown, more } = useGrowing(found);
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', 'templates:search', () => field.current?.focus());
  const statuses = [...new Set(templates.map((one) => one.status.toUpperCase()))].sort();
  return (
    <>
      <header className={classes.head}>
        <div className={classes.title}>
          <Heading>{t('templates:title')}</Heading>
          {actions}
        </div>
        <TextInput
          ref={field}
          type="search"
          size="md"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          aria-label={t('templates:search')}
          placeholder={t('templates:search')}
          leftSection={<IconSearch size={18} stroke={1.7} />}
        />
        {statuses.length > 1 && (
          <Select
            size="md"
            aria-label={t('templates:status.label')}
            value={status}
            onChange={(value) => setStatus(value ?? '')}
            allowDeselect={false}
            data={[
              { value: '', label: t('templates:status.all') },
              ...statuses.map((value) => {
                const word = knownStatus(value);
                return { value, label: word === null ? value : t(`templates:status.${word}`) };
              }),
            ]}
          />
        )}
      </header>
      <p className="visually-hidden" role="status">
        {t('templates:found', { count: found.length })}
      </p>
      {found.length === 0 && <p className={classes.none}>{t('templates:noneFound')}</p>}
      <ul className={classes.list}>
        {shown.map((template) => (
          <li key={template.id}>
            <Link
              href={`/${encodeURIComponent(template.id)}`}
              className={classes.row ?? ''}
              aria-current={template.id === chosen ? 'true' : undefined}
            >
              <span className={classes.name}>
                <Ltr>{template.name}</Ltr>
                <small>
                  <Ltr>{template.language}</Ltr>
                </small>
              </span>
              <span className={classes.body} dir="auto">
                {bodyOf(template)}
              </span>
              <span className={classes.marks}>
                <TemplateStatus status={template.status} />
                <Quality quality={template.quality} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
