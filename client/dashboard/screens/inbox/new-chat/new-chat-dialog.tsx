import { Button, Modal, NativeSelect, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { useLocation } from 'wouter';
import { documentOf } from '../../../data/documents.ts';
import { idempotencyKey } from '../../../data/optimistic.ts';
import {
  ComposerNumbersDocument,
  type ComposerNumbersQuery,
  NewChatKnownDocument,
} from '../../../generated/graphql.ts';
import type { Failure } from '../../../i18n/explain.ts';
import { Ltr } from '../../../i18n/text.tsx';
import { Explained } from '../../../parts/explained.tsx';
import { Failed, Loading } from '../../../shell/states.tsx';
import type { TemplateDraft } from '../composer/drafts/draft.ts';
import type { OutgoingContent } from '../composer/sending/outgoing.ts';
import { post } from '../composer/sending/use-outbox.ts';
import { TemplateChooser } from '../composer/template/template-chooser.tsx';
import classes from './new-chat.module.css';
import { NumberField } from './number-field.tsx';
import { type Addressee, addresseeOf, type CountryCode, HOME } from './phone.ts';

type Person = Extract<Addressee, { readonly kind: 'phone' | 'user' }>;
type OwnNumber = ComposerNumbersQuery['phoneNumbers'][number];

/** Writes to somebody who may never have written: a number, then a template. */
export default function NewChatDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 48em)');
  const [person, setPerson] = useState<Person | null>(null);
  const [{ data, error }, ask] = useQuery({ query: documentOf(ComposerNumbersDocument), variables: {} });
  return (
    <Modal
      opened
      onClose={onClose}
      size={person === null ? '36rem' : '56rem'}
      fullScreen={phone ?? false}
      title={t('new-chat:title')}
      closeButtonProps={{ 'aria-label': t('shell:close'), size: 'lg' }}
    >
      {data !== undefined ? (
        <Steps numbers={data.phoneNumbers} person={person} onPerson={setPerson} onClose={onClose} />
      ) : error === undefined ? (
        <Loading rows={3} />
      ) : (
        <Failed onRetry={() => ask({ requestPolicy: 'network-only' })}>{t('new-chat:numbersFailed')}</Failed>
      )}
    </Modal>
  );
}

function Steps({
  numbers,
  onClose,
  onPerson,
  person,
}: {
  readonly numbers: readonly OwnNumber[];
  readonly person: Person | null;
  readonly onPerson: (person: Person | null) => void;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [country, setCountry] = useState<CountryCode>(HOME);
  const [from, setFrom] = useState(numbers[0]?.id ?? null);
  const found = addresseeOf(text, country);

  const open = (conversationId: string) => {
    onClose();
    go(`/${conversationId}`);
  };
  const next = async () => {
    if (found.kind !== 'phone' && found.kind !== 'user') return;
    const wanted = found.kind === 'phone' ? found.e164 : found.userId;
    const { data } = await client.query(
      documentOf(NewChatKnownDocument),
      { search: wanted },
      { requestPolicy: 'network-only' },
    );
    const known = data?.conversations.edges.find(
      ({ node }) => [node.contact.phone, node.contact.userId].includes(wanted) && node.phoneNumber.id === from,
    );
    if (known === undefined) onPerson(found);
    else open(known.node.id);
  };

  if (person !== null) {
    return (
      <FirstTemplate
        person={person}
        number={numbers.find(({ id }) => id === from)}
        onBack={() => onPerson(null)}
        onSent={open}
      />
    );
  }
  return (
    <WhoStep
      text={text}
      onText={setText}
      country={country}
      onCountry={setCountry}
      found={found}
      numbers={numbers}
      from={from}
      onFrom={setFrom}
      onNext={next}
    />
  );
}

function WhoStep({
  country,
  found,
  from,
  numbers,
  onCountry,
  onFrom,
  onNext,
  onText,
  text,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly country: CountryCode;
  readonly onCountry: (country: CountryCode) => void;
  readonly found: Addressee;
  readonly numbers: readonly OwnNumber[];
  readonly from: string | null;
  readonly onFrom: (id: string) => void;
  readonly onNext: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const [going, setGoing] = useState(false);
  const submit = async () => {
    setTried(true);
    setGoing(true);
    await onNext();
    setGoing(false);
  };
  return (
    <form
      className={classes.who}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NumberField text={text} onText={onText} country={country} onCountry={onCountry} found={found} tried={tried} />
      {numbers.length > 1 && (
        <NativeSelect
          size="md"
          label={t('new-chat:from')}
          value={from ?? ''}
          onChange={(event) => onFrom(event.currentTarget.value)}
          data={numbers.map(({ display, id, phoneNumberId }) => ({ value: id, label: display || phoneNumberId }))}
        />
      )}
      <p className={classes.why}>{t('new-chat:why')}</p>
      <Button type="submit" size="md" loading={going} disabled={found.kind !== 'phone' && found.kind !== 'user'}>
        {t('new-chat:next')}
      </Button>
    </form>
  );
}

function FirstTemplate({
  number,
  onBack,
  onSent,
  person,
}: {
  readonly person: Person;
  readonly number: OwnNumber | undefined;
  readonly onBack: () => void;
  readonly onSent: (conversationId: string) => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const [draft, setDraft] = useState<TemplateDraft | null>(null);
  // One compose action, however often it is tried; what is changed after a refusal is another.
  const [action, setAction] = useState<{ readonly key: string; readonly said: string } | null>(null);
  const [state, setState] = useState<'idle' | 'sending' | 'silent' | Failure>('idle');

  const send = async (content: OutgoingContent) => {
    if (state === 'sending') return;
    setState('sending');
    const to = person.kind === 'phone' ? { phone: person.e164 } : { userId: person.userId };
    const said = JSON.stringify([to, content]);
    const key = action?.said === said ? action.key : idempotencyKey();
    setAction({ key, said });
    const answer = await post(client, { key, content, replyTo: null }, to, number?.id ?? null);
    if (answer.kind === 'stored') onSent(answer.conversationId);
    else setState(answer.kind === 'silent' ? 'silent' : answer.failure);
  };

  return (
    <>
      <div className={classes.to}>
        <span>
          {t('new-chat:to')} <Ltr>{person.kind === 'phone' ? person.shown : person.userId}</Ltr>
        </span>
        <UnstyledButton className={classes.back} onClick={onBack}>
          <IconArrowLeft size={18} stroke={1.8} data-mirror />
          {t('new-chat:back')}
        </UnstyledButton>
      </div>
      <TemplateChooser
        wabaId={number?.wabaId ?? null}
        from={number?.id ?? null}
        draft={draft}
        onChange={setDraft}
        onSend={(content) => void send(content)}
      />
      {state !== 'idle' && (
        <p
          className={classes.outcome}
          role={state === 'sending' ? 'status' : 'alert'}
          data-failed={state !== 'sending'}
        >
          {state === 'sending' ? (
            t('new-chat:sending')
          ) : state === 'silent' ? (
            t('new-chat:failed')
          ) : (
            <Explained failure={state} />
          )}
        </p>
      )}
    </>
  );
}
