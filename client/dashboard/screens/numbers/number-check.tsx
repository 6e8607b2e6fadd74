import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconStethoscope } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { VerifyNumberDocument, type VerifyNumberMutation } from '../../generated/graphql.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Explained } from '../../parts/explained.tsx';
import { Problem } from '../../parts/problem.tsx';
import classes from './numbers.module.css';

type Checked = Extract<VerifyNumberMutation['verifyPhoneNumber'], { readonly __typename: 'PhoneNumberConnection' }>;

/** Asks Meta about token, number and account of a number, on a press or `atOnce`. */
export function NumberCheck({
  id,
  atOnce = false,
  heading = null,
}: {
  readonly id: string;
  readonly atOnce?: boolean;
  readonly heading?: ReactNode;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { act, busy, failure } = useAct<Checked>();
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = useCallback(() => {
    void act(documentOf(VerifyNumberDocument), { id }, ({ verifyPhoneNumber }) => verifyPhoneNumber).then(setChecked);
  }, [act, id]);
  useEffect(() => {
    if (atOnce) check();
  }, [atOnce, check]);
  return (
    <div className={classes.check} aria-busy={busy}>
      <div className={classes.checkHead} data-alone={heading === null || undefined}>
        <span>
          {heading}{' '}
          {checked !== null && (
            <span className={classes.soft}>
              {t('numbers:check.at', { time: formats.timeWithSeconds(checked.checkedAt) })}
            </span>
          )}
        </span>
        <Button
          variant="default"
          size="md"
          loading={busy}
          onClick={check}
          leftSection={<IconStethoscope size={18} stroke={1.7} />}
        >
          {t('numbers:check.now')}
        </Button>
      </div>
      <Problem failure={failure} />
      <ul className={classes.checks} aria-live="polite">
        {checked?.checks.map(({ detail, error, ok, what }) => (
          <li key={what} data-ok={ok}>
            {ok ? (
              <IconCircleCheck size={22} stroke={1.7} aria-hidden="true" />
            ) : (
              <IconCircleX size={22} stroke={1.7} aria-hidden="true" />
            )}
            <span>
              {t(`numbers:check.${what}`)} · {ok ? t('numbers:check.good') : t('numbers:check.bad')}
              {error !== null ? (
                <small>
                  <Explained failure={{ code: error.code, says: error.meaning, action: error.action }} />
                </small>
              ) : ok ? (
                <small>{t(`numbers:check.told.${what}`)}</small>
              ) : (
                <small lang="en" dir="ltr">
                  {detail}
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
