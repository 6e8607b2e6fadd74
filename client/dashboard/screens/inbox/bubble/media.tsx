import { Button } from '@mantine/core';
import {
  IconCloudDownload,
  IconDownload,
  IconExternalLink,
  IconFile,
  IconMusic,
  IconPhoto,
  IconSticker,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { documentOf } from '../../../data/documents.ts';
import { useMay } from '../../../data/session-context.ts';
import { InboxRetryMediaDocument, type MediaFieldsFragment } from '../../../generated/graphql.ts';
import { Ltr, Typed } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Formatted } from '../../../parts/formatted.tsx';
import { safeAddress } from '../../../parts/whatsapp-format.ts';
import type { ThreadMessage } from '../thread/thread-model.ts';
import { AudioPlayer } from './audio-player.tsx';
import classes from './media.module.css';
import { kindOfFile } from './media-kind.ts';

export type MediaContent = Extract<NonNullable<ThreadMessage['content']>, { __typename: 'MediaContent' }>;

const ICONS = {
  image: IconPhoto,
  video: IconVideo,
  audio: IconMusic,
  document: IconFile,
  sticker: IconSticker,
} as const;

/** A file of a message with its caption. `onOpen` opens the viewer. */
export function MediaView({
  content,
  messageId,
  onOpen,
}: {
  readonly content: MediaContent;
  readonly messageId: string;
  readonly onOpen: () => void;
}) {
  return (
    <div className={classes.media}>
      <File content={content} messageId={messageId} onOpen={onOpen} />
      {content.caption !== null && content.caption !== '' && <Formatted>{content.caption}</Formatted>}
    </div>
  );
}

function File({ content, messageId, onOpen }: Parameters<typeof MediaView>[0]) {
  const { t } = useTranslation();
  const { media, mediaType } = content;
  if (media === null || media.state !== 'READY' || media.url === null) {
    return <Absent content={content} messageId={messageId} />;
  }
  const { url } = media;
  const name = content.filename ?? media.filename;
  switch (mediaType) {
    case 'image':
      return (
        <button type="button" className={classes.picture} onClick={onOpen} aria-label={t('inbox:media.open')}>
          <img
            src={media.thumbnailUrl ?? url}
            alt={t('inbox:kind.image')}
            width={media.width ?? 320}
            height={media.height ?? 240}
            loading="lazy"
          />
        </button>
      );
    case 'sticker':
      return <img className={classes.sticker} src={url} alt={t('inbox:kind.sticker')} width={128} height={128} />;
    case 'video':
      return (
        // biome-ignore lint/a11y/useMediaCaption: people send their videos without captions.
        <video className={classes.video} src={url} controls preload="metadata" dir="ltr" />
      );
    case 'audio':
      return <AudioPlayer src={url} voice={content.voice} />;
    case 'document':
      return <FileLine name={name} media={media} />;
  }
}

/** A file to save: its name, its kind and its size. */
export function FileLine({ media, name }: { readonly media: MediaFieldsFragment; readonly name: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <a className={classes.file} href={media.url ?? ''} download={name ?? media.id}>
      <IconFile size={24} stroke={1.5} />
      <span className={classes.about}>
        <strong>{name === null ? t('inbox:kind.document') : <Typed>{name}</Typed>}</strong>
        <small>
          <Ltr>{kindOfFile(name, media.mimeType)}</Ltr>
          {media.sizeBytes !== null && ` · ${formats.bytes(media.sizeBytes)}`}
        </small>
      </span>
      <IconDownload size={20} stroke={1.7} aria-label={t('inbox:media.save')} />
    </a>
  );
}

/** A file that is not here: still on its way, given up, or never kept. */
function Absent({ content, messageId }: { readonly content: MediaContent; readonly messageId: string }) {
  const { t } = useTranslation();
  const may = useMay('send');
  const [{ fetching }, retry] = useMutation(documentOf(InboxRetryMediaDocument));
  const { link, media, mediaType } = content;
  const Icon = ICONS[mediaType];
  const href = safeAddress(link);
  const state = media === null ? 'none' : media.state;
  return (
    <div className={classes.absent} data-state={state}>
      <Icon size={24} stroke={1.5} />
      <span className={classes.about}>
        <strong>
          {content.filename === null ? (
            t(`inbox:kind.${content.voice ? 'voice' : mediaType}`)
          ) : (
            <Typed>{content.filename}</Typed>
          )}
        </strong>
        {state === 'PENDING' && <small>{t('inbox:media.pending')}</small>}
        {state === 'FAILED' && <small>{t('inbox:media.failed')}</small>}
        {state === 'none' && href === null && <small>{t('inbox:media.none')}</small>}
        {href !== null && (
          <a href={href} target="_blank" rel="noopener noreferrer">
            <IconExternalLink size={15} stroke={1.8} /> {t('inbox:media.link')}
          </a>
        )}
      </span>
      {state === 'FAILED' && may && (
        <Button
          size="compact-md"
          variant="light"
          loading={fetching}
          leftSection={<IconCloudDownload size={16} />}
          onClick={() => void retry({ messageId })}
        >
          {t('inbox:media.retry')}
        </Button>
      )}
    </div>
  );
}
