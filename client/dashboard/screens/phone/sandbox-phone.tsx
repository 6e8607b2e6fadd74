import { IconBattery4, IconWifi } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { Failed, Loading } from '../../shell/states.tsx';
import { ContactPicker } from './contact-picker.tsx';
import { Keyboard } from './keyboard.tsx';
import { type PhoneOf, press, SandboxRefusal, type Written, write } from './phone-api.ts';
import classes from './sandbox-phone.module.css';
import { ThreadView } from './thread-view.tsx';
import { usePeople } from './use-people.ts';
import { usePhone } from './use-phone.ts';

/**
 * A customer's phone, to be played: what is written here arrives as an inbound message, and what the gateway sends
 * appears here. In sandbox mode, for the operator. `to` is Meta's id of the number that the chat is with; null: the first.
 * `back` leads away from a phone that fills the screen of a phone.
 */
export function SandboxPhone({ to = null, back }: { readonly to?: string | null; readonly back?: ReactNode }) {
  const { t } = useTranslation();
  const { people, add, chosen, choose } = usePeople();
  const phone = { who: chosen.id, to };
  return (
    <section className={classes.phone} aria-label={t('phone:title')}>
      <StatusBar />
      <header className={classes.bar}>
        {back}
        <ContactPicker people={people} chosen={chosen} onChoose={choose} onAdd={add} />
      </header>
      <Chat key={`${chosen.id} ${to}`} phone={phone} name={chosen.isNew ? chosen.name : null} />
    </section>
  );
}

/** What every phone shows at its top; it says nothing that is not elsewhere. */
function StatusBar() {
  const formats = useFormats();
  const now = useNow();
  return (
    <div className={classes.status} aria-hidden="true">
      <span>{formats.time(new Date(now).toISOString())}</span>
      <i className={classes.lens} />
      <span className={classes.signs}>
        <IconWifi size={16} stroke={2.2} />
        <IconBattery4 size={20} stroke={1.8} />
      </span>
    </div>
  );
}

function Chat({ phone, name }: { readonly phone: PhoneOf; readonly name: string | null }) {
  const { t } = useTranslation();
  const shown = usePhone(phone);
  const [replyTo, setReplyTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const tell = (error: unknown) => {
    setProblem(error instanceof SandboxRefusal ? error.message : t('shell:failed.text'));
  };
  const send = async (written: Written): Promise<boolean> => {
    setProblem(null);
    try {
      await write(phone, written, name);
      setReplyTo(null);
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };

  if (shown.state === 'loading') return <Loading rows={3} />;
  if (shown.state === 'refused') return <Failed onRetry={shown.again}>{shown.says}</Failed>;
  const { messages, typing } = shown.thread;
  const quoted = messages.find(({ id }) => id === replyTo);
  return (
    <>
      {shown.away && (
        <p className={classes.away} role="status">
          {t('phone:away')}
        </p>
      )}
      <ThreadView
        messages={messages}
        typing={typing}
        onReply={setReplyTo}
        onReact={(id, emoji) => void send({ type: 'reaction', reaction: { message_id: id, emoji } })}
        onPress={(message, button, card) => {
          setProblem(null);
          press(phone, message, button, card).catch(tell);
        }}
      />
      {problem !== null && (
        <p className={classes.problem} role="alert" dir="auto">
          {problem}
        </p>
      )}
      <Keyboard quoted={quoted ?? null} onUnquote={() => setReplyTo(null)} onSend={send} onProblem={setProblem} />
    </>
  );
}
