import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RecordsMessageQuery } from '../../generated/graphql.ts';
import type { Formats } from '../../i18n/format.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { handleOf } from '../../parts/records/message-line.tsx';
import classes from './message-page.module.css';

export type WholeMessage = NonNullable<RecordsMessageQuery['message']>;

/** Who, from where, when, under which ids, at what price. What is not known is left out. */
export function Facts({ message, formats }: { readonly message: WholeMessage; readonly formats: Formats }) {
  const { t } = useTranslation();
  const { contact, phoneNumber, pricing } = message;
  const price = [pricing?.category, pricing?.type, pricing?.model].filter((word) => word != null).join(' · ');
  return (
    <dl className={classes.facts}>
      <Fact name={t('messages:fact.contact')}>
        {contact.name !== null && (
          <>
            <Typed>{contact.name}</Typed>
            <br />
          </>
        )}
        <Ltr>{handleOf(contact)}</Ltr>
        <br />
        <Link href={`/?contact=${encodeURIComponent(contact.id)}`}>{t('messages:fact.allOf')}</Link>
      </Fact>
      {message.content?.__typename === 'TemplateContent' && (
        <Fact name={t('messages:fact.template')}>
          <Ltr code>{message.content.name}</Ltr> <Ltr>{message.content.language}</Ltr>
        </Fact>
      )}
      <Fact name={t('messages:fact.number')}>
        <Ltr>{phoneNumber.display || phoneNumber.phoneNumberId}</Ltr>
      </Fact>
      <Fact name={t('messages:fact.created')}>
        <time dateTime={message.createdAt}>{formats.dateTime(message.createdAt)}</time>
      </Fact>
      {message.sentBy !== null && (
        <Fact name={t('messages:fact.sentBy')}>
          <Typed>{message.sentBy}</Typed>
        </Fact>
      )}
      {message.waitsFor !== null && (
        <Fact name={t('messages:fact.waitsFor')}>{t(`messages:waits.${message.waitsFor}`)}</Fact>
      )}
      {message.expiresAt !== null && (
        <Fact name={t('messages:fact.expiresAt')}>
          <time dateTime={message.expiresAt}>{formats.dateTime(message.expiresAt)}</time>
        </Fact>
      )}
      {message.replyTo !== null && (
        <Fact name={t('messages:fact.replyTo')}>
          <Link href={`/${message.replyTo.id}`}>
            {message.replyTo.text === null ? (
              t(`records:type.${message.replyTo.type}`)
            ) : (
              <Typed>{message.replyTo.text.slice(0, 120)}</Typed>
            )}
          </Link>
        </Fact>
      )}
      {pricing !== null && (
        <Fact name={t('messages:fact.pricing')}>
          {pricing.billable !== null && (pricing.billable ? t('messages:billable.yes') : t('messages:billable.no'))}
          {pricing.billable !== null && price !== '' && ' · '}
          {price !== '' && <Ltr>{price}</Ltr>}
        </Fact>
      )}
      <Id name={t('messages:fact.id')} id={message.id} />
      {message.whatsappId !== null && <Id name={t('messages:fact.whatsappId')} id={message.whatsappId} />}
      <Id name={t('messages:fact.conversation')} id={message.conversation.id} />
      {message.reference !== null && <Id name={t('messages:fact.reference')} id={message.reference} />}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Id({ name, id }: { readonly name: string; readonly id: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.id}>
        <Ltr code>{id}</Ltr>
        <CopyButton value={id} label={name} />
      </dd>
    </div>
  );
}
