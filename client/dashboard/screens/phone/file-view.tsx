import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { safeAddress } from '../../parts/whatsapp-format.ts';
import classes from './content-view.module.css';
import type { ShownFile } from './phone-api.ts';

/** A file on the phone. What lies elsewhere is only named: nothing is fetched from another host. */
export function FileView({ file: { filename, kind, link, url } }: { readonly file: ShownFile }) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  const word = t(`phone:file.${known(kind)}`);
  const own = url?.startsWith('/sandbox/media/') === true && !broken ? url : null;
  const fails = () => setBroken(true);
  if (own !== null && (kind === 'image' || kind === 'sticker')) {
    return <img className={classes.image} src={own} alt={filename ?? word} onError={fails} />;
  }
  if (own !== null && kind === 'video') {
    // biome-ignore lint/a11y/useMediaCaption: what people send comes without captions.
    return <video className={classes.video} src={own} controls preload="metadata" aria-label={word} onError={fails} />;
  }
  if (own !== null && kind === 'audio') {
    // biome-ignore lint/a11y/useMediaCaption: what people send comes without captions.
    return <audio className={classes.audio} src={own} controls preload="metadata" aria-label={word} onError={fails} />;
  }
  const address = url?.startsWith('/sandbox/media/') === true ? url : safeAddress(link);
  const shown = (
    <>
      <IconFile size={20} stroke={1.6} aria-hidden="true" />
      <span>{filename === null ? word : <Typed>{filename}</Typed>}</span>
    </>
  );
  if (address === null) return <p className={classes.file}>{shown}</p>;
  return (
    <a className={classes.file} href={address} target="_blank" rel="noopener noreferrer">
      {shown}
      {link !== null && <Ltr>{new URL(address).host}</Ltr>}
    </a>
  );
}

const KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const;

function known(kind: string): (typeof KINDS)[number] {
  return KINDS.find((one) => one === kind) ?? 'document';
}
