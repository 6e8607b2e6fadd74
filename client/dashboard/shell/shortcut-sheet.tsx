import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Shortcut } from './shortcut-keys.ts';
import classes from './shortcuts.module.css';

/** All keys that do something here: those of this screen, those that lead to others, and those of fields. */
export default function ShortcutSheet({
  opened,
  onClose,
  known,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly known: readonly Shortcut[];
}) {
  const { t } = useTranslation();
  const unique = [...new Map(known.map((shortcut) => [shortcut.keys, shortcut])).values()];
  const leads = unique.filter(({ keys }) => keys.startsWith('g '));
  const here = unique.filter(({ keys }) => !keys.startsWith('g '));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell:shortcuts.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('shell:close'), size: 44, iconSize: 20 }}
    >
      <div className={classes.sheet}>
        <Keys title={t('shell:shortcuts.here')} shortcuts={here} />
        <Keys title={t('shell:shortcuts.leads')} shortcuts={leads} />
      </div>
    </Modal>
  );
}

function Keys({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {shortcuts.map(({ keys, title: does }) => (
          <div key={keys}>
            <dt>{t(does)}</dt>
            <dd dir="ltr">
              {keys.split(' ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
