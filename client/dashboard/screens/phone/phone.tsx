import { Select } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { documentOf } from '../../data/documents.ts';
import { PhoneNumbersToWriteToDocument } from '../../generated/graphql.ts';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import classes from './phone.module.css';
import { SandboxPhone } from './sandbox-phone.tsx';

/** The sandbox phone by itself, with a word on what it is for. */
export default function PhoneScreen() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ data, error }, ask] = useQuery({ query: documentOf(PhoneNumbersToWriteToDocument), variables: {} });
  useTitle(t('phone:title'));
  if (data === undefined) {
    if (error !== undefined) return <Failed onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  const { phoneNumbers } = data;
  const [first] = phoneNumbers;
  if (first === undefined) return <Empty title={t('phone:noNumber.title')}>{t('phone:noNumber.text')}</Empty>;
  const to = phoneNumbers.find(({ phoneNumberId }) => phoneNumberId === chosen) ?? first;
  return (
    <div className={classes.screen} data-full>
      <div className={classes.words}>
        <h1>{t('phone:title')}</h1>
        <p>{t('phone:lead')}</p>
        <p>{t('phone:beside')}</p>
        {phoneNumbers.length > 1 && (
          <Select
            label={t('phone:to')}
            size="md"
            value={to.phoneNumberId}
            allowDeselect={false}
            onChange={setChosen}
            data={phoneNumbers.map(({ display, phoneNumberId }) => ({
              value: phoneNumberId,
              label: `\u2066${display}\u2069`,
            }))}
          />
        )}
      </div>
      <div className={classes.place}>
        <SandboxPhone
          to={to.phoneNumberId}
          back={
            <Link href="~/dashboard/inbox" className={classes.back ?? ''} aria-label={t('phone:back')}>
              <IconArrowLeft size={22} stroke={1.7} data-mirror />
            </Link>
          }
        />
      </div>
    </div>
  );
}
