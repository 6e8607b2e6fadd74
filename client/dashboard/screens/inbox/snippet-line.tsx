import {
  IconArrowBackUp,
  IconBan,
  IconClick,
  IconFile,
  IconForms,
  IconInfoCircle,
  IconMapPin,
  IconMessage2Question,
  IconMicrophone,
  IconMusic,
  IconPencil,
  IconPhoto,
  IconShoppingCart,
  IconSticker,
  IconTemplate,
  IconUser,
  IconVideo,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../i18n/text.tsx';
import { type SnippetKind, snippetOf } from './snippet.ts';
import classes from './snippet-line.module.css';

const ICONS: Readonly<Record<SnippetKind, ComponentType<{ readonly size?: number; readonly stroke?: number }> | null>> =
  {
    text: null,
    image: IconPhoto,
    video: IconVideo,
    audio: IconMusic,
    voice: IconMicrophone,
    document: IconFile,
    sticker: IconSticker,
    location: IconMapPin,
    contacts: IconUser,
    template: IconTemplate,
    interactive: IconForms,
    tap: IconClick,
    order: IconShoppingCart,
    reaction: IconArrowBackUp,
    edit: IconPencil,
    deleted: IconBan,
    system: IconInfoCircle,
    unsupported: IconMessage2Question,
  };

/** A message in one line: the icon of its kind, and what it says or else the kind's word. */
export function SnippetLine({ message }: { readonly message: Parameters<typeof snippetOf>[0] }) {
  const { t } = useTranslation();
  const { kind, text } = snippetOf(message);
  const Icon = ICONS[kind];
  return (
    <span className={classes.line}>
      {Icon !== null && <Icon size={15} stroke={1.8} />}
      {text === null ? (
        <span>{t(`inbox:kind.${kind}`)}</span>
      ) : (
        <>
          {kind !== 'text' && <span className="visually-hidden">{t(`inbox:kind.${kind}`)}: </span>}
          <Typed>{text}</Typed>
        </>
      )}
    </span>
  );
}
