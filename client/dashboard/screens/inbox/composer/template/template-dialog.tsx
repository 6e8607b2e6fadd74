import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../../../data/documents.ts';
import { ComposerNumbersDocument } from '../../../../generated/graphql.ts';
import { TemplateChooser, type TemplateChooserProps } from './template-chooser.tsx';

/** The chooser over the thread; on a phone it is the whole screen. */
export default function TemplateDialog({
  from,
  onClose,
  ...chooser
}: Omit<TemplateChooserProps, 'wabaId'> & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 48em)');
  const [{ data, error }] = useQuery({ query: documentOf(ComposerNumbersDocument), variables: {} });
  const number = data?.phoneNumbers.find(({ id }) => id === from);
  return (
    <Modal
      opened
      onClose={onClose}
      size="56rem"
      fullScreen={phone ?? false}
      title={t('composer:template.title')}
      closeButtonProps={{ 'aria-label': t('shell:close'), size: 'lg' }}
    >
      {/* Which account the number belongs to decides which templates it may send. */}
      {(data !== undefined || error !== undefined) && (
        <TemplateChooser {...chooser} from={from} wabaId={number?.wabaId ?? null} />
      )}
    </Modal>
  );
}
