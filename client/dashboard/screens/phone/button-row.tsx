import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconExternalLink, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { copyText } from '../../parts/copy.ts';
import { safeAddress } from '../../parts/whatsapp-format.ts';
import classes from './content-view.module.css';
import type { ShownButton } from './phone-api.ts';
import { codeIn } from './raw-content.ts';

/** A button below a message. One that answers writes; others open or copy here what they would on a phone. */
export function ButtonRow({ button, onPress }: { readonly button: ShownButton; readonly onPress: () => void }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const { kind, press, text, value } = button;
  const code = kind === 'phone_number' ? null : (codeIn(value) ?? value);
  const address = kind === 'url' && code === value ? safeAddress(value) : null;
  if (press !== null) {
    return (
      <Button
        variant="subtle"
        h={44}
        radius={0}
        onClick={onPress}
        leftSection={<IconArrowBackUp size={18} stroke={1.7} data-mirror />}
      >
        <Typed>{text}</Typed>
      </Button>
    );
  }
  if (address !== null) {
    return (
      <Button
        component="a"
        href={address}
        target="_blank"
        rel="noopener noreferrer"
        variant="subtle"
        h={44}
        radius={0}
        leftSection={<IconExternalLink size={18} stroke={1.7} data-mirror />}
      >
        <Typed>{text}</Typed>
      </Button>
    );
  }
  if (code !== null) {
    return (
      <>
        <Button
          variant="subtle"
          h={44}
          radius={0}
          leftSection={<IconCopy size={18} stroke={1.7} />}
          onClick={() => {
            void copyText(code).then((copied) => setSaid(copied ? t('parts:copied') : t('parts:notCopied')));
          }}
        >
          <Typed>{text}</Typed>
        </Button>
        <span role="status" className={said === '' ? 'visually-hidden' : classes.said}>
          {said}
        </span>
      </>
    );
  }
  // A call, or a flow: nothing here could open it.
  return (
    <p className={classes.still}>
      {kind === 'phone_number' && <IconPhone size={18} stroke={1.7} aria-hidden="true" />}
      <Typed>{text}</Typed> {value !== null && <Ltr>{value}</Ltr>}
    </p>
  );
}
