import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { RecordsMessagesQuery } from '../../generated/graphql.ts';
import { Ltr } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { MessageLine, Who } from '../../parts/records/message-line.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Body, Cell, Line, Named, Open, Table } from '../../parts/table.tsx';
import classes from './list.module.css';

type ListedMessage = RecordsMessagesQuery['messages']['edges'][number]['node'];

/** Messages in a table; on a phone each is a card. */
export function Rows({ messages }: { readonly messages: readonly ListedMessage[] }) {
  const { t } = useTranslation();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('records:column.time')}</th>
          <th scope="col">{t('records:column.who')}</th>
          <th scope="col">{t('records:column.says')}</th>
          <th scope="col">{t('records:column.status')}</th>
          <th scope="col" className={classes.number}>
            {t('records:column.number')}
          </th>
        </tr>
      </thead>
      <Body>
        {messages.map((message) => (
          <Row key={message.id} message={message} />
        ))}
      </Body>
    </Table>
  );
}

function Row({ message }: { readonly message: ListedMessage }) {
  const formats = useFormats();
  const search = useSearch();
  return (
    <Line>
      <Cell>
        <Open href={`/${message.id}?${search}`}>
          <Named>
            <time dateTime={message.createdAt}>{formats.timeWithSeconds(message.createdAt)}</time>
            <small>
              <time dateTime={message.createdAt}>{formats.date(message.createdAt)}</time>
            </small>
          </Named>
        </Open>
      </Cell>
      <Cell data-wide>
        <Who contact={message.contact} />
      </Cell>
      <Cell className={classes.says} data-wide>
        <MessageLine message={message} />
      </Cell>
      <Cell data-side>
        <StatusMark status={message.status} />
        {message.error !== null && (
          <span className={classes.code}>
            <Ltr code>{message.error.code}</Ltr>
          </span>
        )}
      </Cell>
      <Cell className={classes.number} data-spare>
        <Ltr>{message.phoneNumber.display || message.phoneNumber.phoneNumberId}</Ltr>
      </Cell>
    </Line>
  );
}
