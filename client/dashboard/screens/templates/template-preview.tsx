import { Skeleton } from '@mantine/core';
import { IconCopy, IconExternalLink, IconPhone, IconPhoto } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { TemplatePreviewedDocument, type TemplateShownFragment } from '../../generated/graphql.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { parametersOf, type Values } from './template-form.ts';
import classes from './template-preview.module.css';
import type { Template } from './template-words.ts';

type Shown = TemplateShownFragment;
type TextRun = NonNullable<Shown['body']>['runs'][number];

/** The template as it would arrive, filled with what was typed; the gateway says what that is. */
export function TemplatePreview({ template, values }: { readonly template: Template; readonly values: Values }) {
  const { t } = useTranslation();
  const { language, name, wabaId } = template;
  const typed = useDeferredValue(values);
  const parameters = useMemo(() => parametersOf(template, typed), [template, typed]);
  const [{ data, error }] = useQuery({
    query: documentOf(TemplatePreviewedDocument),
    variables: { name, language, wabaId, parameters },
  });
  const preview = data?.templates.find(({ id }) => id === template.id)?.preview;
  return (
    <figure className={classes.ground}>
      <figcaption className="visually-hidden">{t('templates:preview.title')}</figcaption>
      {preview === undefined ? (
        error === undefined ? (
          <Skeleton height={140} radius="md" />
        ) : (
          <p className={classes.failed} role="alert">
            {t('templates:preview.failed')}
          </p>
        )
      ) : (
        <>
          <Card preview={preview} />
          {preview.cards.length > 0 && (
            <div className={classes.cards}>
              {preview.cards.map((card, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a template have no other name.
                <Card key={index} preview={card} />
              ))}
            </div>
          )}
        </>
      )}
    </figure>
  );
}

function Card({ preview }: { readonly preview: Shown }) {
  const { t } = useTranslation();
  const { body, buttons, footer, header, offer } = preview;
  return (
    <div className={classes.bubble}>
      {header != null && header.format !== 'TEXT' && (
        <div className={classes.file}>
          <IconPhoto size={26} stroke={1.4} aria-hidden="true" />
          <Ltr>{header.format.toLowerCase()}</Ltr>
        </div>
      )}
      {header?.format === 'TEXT' && header.text != null && (
        <p className={classes.header} dir="auto">
          {header.text}
        </p>
      )}
      {offer != null && <p className={classes.header}>{offer.text}</p>}
      {body != null && (
        <p className={classes.body} dir="auto">
          {body.runs.map((run, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs of a text have no other name, and are shown anew together.
            <Run key={index} run={run} />
          ))}
        </p>
      )}
      {footer != null && (
        <p className={classes.footer} dir="auto">
          {footer}
        </p>
      )}
      {buttons.length > 0 && (
        <ul className={classes.buttons} aria-label={t('templates:preview.buttons')}>
          {buttons.map((button, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two buttons may say the same.
            <li key={index}>
              <ButtonIcon kind={button.kind} />
              <Typed>{button.text ?? button.kind}</Typed>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ButtonIcon({ kind }: { readonly kind: string }) {
  const props = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;
  if (kind === 'URL') return <IconExternalLink {...props} />;
  if (kind === 'PHONE_NUMBER') return <IconPhone {...props} />;
  if (kind === 'COPY_CODE' || kind === 'OTP') return <IconCopy {...props} />;
  return null;
}

function Run({ run }: { readonly run: TextRun }) {
  let shown = <>{run.text}</>;
  if (run.monospace) shown = <code>{shown}</code>;
  if (run.strikethrough) shown = <s>{shown}</s>;
  if (run.italic) shown = <em>{shown}</em>;
  if (run.bold) shown = <strong>{shown}</strong>;
  return shown;
}
