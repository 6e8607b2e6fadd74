import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './bottom-bar.module.css';
import { Navigation, useScreens } from './navigation.tsx';

/** Every screen, from the bottom of a phone. */
export default function MoreScreens({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const rows = Math.ceil(useScreens().length / 2);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      onClick={onClose}
      position="bottom"
      size={`calc(${rows} * (var(--target) + 2px) + 7rem)`}
      classNames={{ title: classes.title ?? '', body: classes.more ?? '' }}
      title={t('shell:more')}
      closeButtonProps={{ 'aria-label': t('shell:close'), size: 44, iconSize: 20 }}
    >
      <Navigation />
    </Drawer>
  );
}
