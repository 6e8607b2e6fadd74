import { Skeleton } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { documentOf } from '../../../data/documents.ts';
import { ConversationMediaDocument, type MediaMessageFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { FileLine } from '../bubble/media.tsx';
import type { Conversation } from '../list/conversation-list.ts';
import classes from './details.module.css';

const SHOWN = 12;

/** The newest pictures and files of a conversation. A picture leads to its message. */
export function SharedMedia({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useTranslation();
  const [{ data, fetching }] = useQuery({
    query: documentOf(ConversationMediaDocument),
    variables: { contact: conversation.contact.id, number: conversation.phoneNumber.id, first: SHOWN },
    requestPolicy: 'cache-and-network',
  });
  if (data === undefined) return fetching ? <Skeleton height={96} radius="md" mx="md" w="auto" /> : null;
  const pictures = [...here(data.images), ...here(data.videos)]
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt))
    .slice(0, SHOWN);
  const documents = here(data.documents);
  if (pictures.length + documents.length === 0) return null;
  return (
    <section className={classes.shared}>
      <h3>{t('inbox:details.media')}</h3>
      {pictures.length > 0 && (
        <ul className={classes.pictures}>
          {pictures.map((message) => (
            <li key={message.id}>
              <Thumb conversation={conversation.id} message={message} />
            </li>
          ))}
        </ul>
      )}
      {documents
        .slice(0, 5)
        .map(
          ({ content, id }) =>
            content?.__typename === 'MediaContent' &&
            content.media !== null && (
              <FileLine key={id} media={content.media} name={content.filename ?? content.media.filename} />
            ),
        )}
    </section>
  );
}

function Thumb({ conversation, message }: { readonly conversation: string; readonly message: MediaMessageFragment }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { content } = message;
  const picture = content?.__typename === 'MediaContent' ? (content.media?.thumbnailUrl ?? null) : null;
  const isVideo = content?.__typename === 'MediaContent' && content.mediaType === 'video';
  return (
    <Link
      href={`/${conversation}?message=${message.id}`}
      className={classes.thumb ?? ''}
      aria-label={t('inbox:details.show', { date: formats.dateTime(message.createdAt) })}
    >
      {picture !== null && <img src={picture} alt="" loading="lazy" />}
      {isVideo && <IconPlayerPlayFilled size={20} />}
    </Link>
  );
}

function here({
  edges,
}: {
  readonly edges: readonly { readonly node: MediaMessageFragment }[];
}): MediaMessageFragment[] {
  return edges
    .map(({ node }) => node)
    .filter(
      ({ content, revokedAt }) =>
        revokedAt === null && content?.__typename === 'MediaContent' && content.media?.state === 'READY',
    );
}
