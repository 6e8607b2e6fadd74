import { IconShoppingBag, IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../../i18n/text.tsx';
import { safeAddress } from '../../../parts/whatsapp-format.ts';
import type { ThreadMessage } from '../thread/thread-model.ts';
import classes from './referral.module.css';

/** The ad or post through which somebody came, and the product they ask about. Their pictures are of other hosts. */
export function Referred({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation();
  const { referral, referredProduct } = message;
  const href = safeAddress(referral?.sourceUrl ?? null);
  return (
    <>
      {referral !== null && (
        <div className={classes.referral}>
          <IconSpeakerphone size={20} stroke={1.7} data-mirror />
          <div>
            <small>{referral.sourceType === 'post' ? t('inbox:referral.post') : t('inbox:referral.ad')}</small>
            {referral.headline !== null && (
              <strong>
                <Typed>{referral.headline}</Typed>
              </strong>
            )}
            {referral.body !== null && <Typed>{referral.body}</Typed>}
            {href !== null && (
              <a href={href} target="_blank" rel="noopener noreferrer">
                {t('inbox:referral.open')}
              </a>
            )}
          </div>
        </div>
      )}
      {referredProduct !== null && (
        <div className={classes.referral}>
          <IconShoppingBag size={20} stroke={1.7} />
          <div>
            <small>{t('inbox:referral.product')}</small>
            <Ltr code>{referredProduct.productRetailerId ?? referredProduct.catalogId ?? '—'}</Ltr>
          </div>
        </div>
      )}
    </>
  );
}
