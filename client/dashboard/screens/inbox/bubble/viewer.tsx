import { ActionIcon, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../data/settings-context.ts';
import { directionOf } from '../../../i18n/locale.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Formatted } from '../../../parts/formatted.tsx';
import { type Picture, picturesOf } from './pictures.ts';
import classes from './viewer.module.css';

/** The pictures and videos of the thread, one at a time; arrow keys go through them. */
export default function Viewer({
  messages,
  onShow,
  shown,
}: {
  readonly messages: Parameters<typeof picturesOf>[0];
  readonly shown: string;
  /** Another message's, or null to close. */
  readonly onShow: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const direction = directionOf(useSettings());
  const pictures = picturesOf(messages);
  const at = pictures.findIndex(({ id }) => id === shown);
  const picture = pictures[at];
  const step = (by: number) => onShow(pictures[at + by]?.id ?? shown);
  if (picture === undefined) return null;
  return (
    <Modal
      opened
      onClose={() => onShow(null)}
      fullScreen
      title={formats.dateTime(picture.createdAt)}
      closeButtonProps={{ 'aria-label': t('shell:close'), size: 44, iconSize: 22 }}
      onKeyDown={(event) => {
        const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
        if (event.key === back) step(-1);
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') step(1);
      }}
    >
      <div className={classes.viewer}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          disabled={at <= 0}
          aria-label={t('inbox:viewer.previous')}
          onClick={() => step(-1)}
        >
          <IconChevronLeft size={26} stroke={1.7} data-mirror />
        </ActionIcon>
        <Shown picture={picture} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          disabled={at >= pictures.length - 1}
          aria-label={t('inbox:viewer.next')}
          onClick={() => step(1)}
        >
          <IconChevronRight size={26} stroke={1.7} data-mirror />
        </ActionIcon>
      </div>
      <footer className={classes.foot}>
        {picture.caption !== null && <Formatted>{picture.caption}</Formatted>}
        <a href={picture.url} download={picture.filename ?? picture.id} className={classes.save}>
          <IconDownload size={18} stroke={1.7} /> {t('inbox:media.save')}
        </a>
      </footer>
    </Modal>
  );
}

function Shown({ picture }: { readonly picture: Picture }) {
  const { t } = useTranslation();
  if (picture.kind === 'video') {
    // biome-ignore lint/a11y/useMediaCaption: people send their videos without captions.
    return <video className={classes.picture} src={picture.url} controls dir="ltr" />;
  }
  return <img className={classes.picture} src={picture.url} alt={picture.caption ?? t('inbox:kind.image')} />;
}
