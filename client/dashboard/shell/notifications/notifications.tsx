import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useEvents, useLive } from '../../data/live-context.ts';
import { useSession } from '../../data/session-context.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { nameOf } from '../../screens/inbox/contact-name.ts';
import { snippetOf } from '../../screens/inbox/snippet.ts';
import { showUnread } from '../title.ts';
import { type DesktopNews, showDesktop } from './desktop.ts';
import { conversationAt, conversationInFocus, tellFocus } from './focus.ts';
import { type News, NewsDesk, worthTelling } from './news.ts';
import { onNotificationOpened } from './notifier.ts';
import { electTab, type OneTab } from './one-tab.ts';
import { playTone } from './sound.ts';
import { createTabIcon } from './tab-icon.ts';
import { notificationSettings } from './use-notification-settings.ts';
import { useUnread } from './use-unread.ts';

/** Tells of new messages: the number in the tab, a sound, a notification of the system. Shows nothing itself. */
export function Notifications() {
  useUnreadInTab();
  useFocusTold();
  useNews();
  return null;
}

function useUnreadInTab(): void {
  const formats = useFormats();
  const unread = useUnread();
  const icon = useRef<ReturnType<typeof createTabIcon> | null>(null);
  const count = unread?.messages ?? 0;
  const more = unread?.more ?? false;
  useEffect(() => {
    icon.current ??= createTabIcon(document);
    icon.current(count);
    const shown = formats.number(Math.min(count, 999));
    showUnread(count === 0 ? '' : `${shown}${more || count > 999 ? '+' : ''}`);
  }, [count, more, formats]);
}

/** Tells the other tabs which conversation is looked at here. */
function useFocusTold(): void {
  const [location] = useLocation();
  const conversation = conversationAt(location);
  const told = useRef<string | null>(null);
  useEffect(() => {
    const tell = () => {
      const is = document.hasFocus() && document.visibilityState === 'visible' ? conversation : null;
      tellFocus({ storage: localStorage }, is, told.current);
      told.current = is;
    };
    const leave = () => {
      tellFocus({ storage: localStorage }, null, told.current);
      told.current = null;
    };
    tell();
    window.addEventListener('focus', tell);
    window.addEventListener('blur', tell);
    document.addEventListener('visibilitychange', tell);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('focus', tell);
      window.removeEventListener('blur', tell);
      document.removeEventListener('visibilitychange', tell);
      window.removeEventListener('pagehide', leave);
    };
  }, [conversation]);
}

function useNews(): void {
  const { i18n, t } = useTranslation();
  const live = useLive();
  const { tenant } = useSession();
  const [, go] = useLocation();
  const desk = useRef(new NewsDesk());
  const tab = useRef<OneTab | null>(null);
  useEffect(() => {
    const elected = electTab(`dijla-notifier:${tenant}`, { locks: navigator.locks, storage: localStorage });
    tab.current = elected;
    return () => elected.stop();
  }, [tenant]);

  const open = useEffectEvent(go);
  useEffect(() => onNotificationOpened((path) => open(path)), []);

  useEvents((event) => {
    const news = desk.current.take(event, live.state() === 'live');
    if (news === null || tab.current?.mayTell(idOf(news)) !== true) return;
    const settings = notificationSettings().get();
    const inFocus = conversationInFocus({ storage: localStorage });
    const told = worthTelling(news, settings, { now: Date.now(), inFocus });
    if (told === null) return;
    if (settings.sound) playTone();
    if (!settings.desktop) return;
    showDesktop(desktopNews(told), go).catch(() => {
      // The browser shows none after all; the sound and the number in the tab are there.
    });
  });

  const desktopNews = (news: News): DesktopNews => {
    if (news.kind === 'several') {
      const title = t('notifications:unread', { count: news.messages.length });
      return { title, body: '', tag: 'dijla-several', lang: i18n.language, path: '/inbox' };
    }
    const { message } = news;
    const { kind, text } = snippetOf(message);
    const title = nameOf(message.contact).text;
    const body = text ?? t(`inbox:kind.${kind}`);
    const { id } = message.conversation;
    return { title, body, tag: id, lang: i18n.language, path: `/inbox/${id}` };
  };
}

function idOf(news: News): string {
  return news.kind === 'one' ? news.message.id : (news.messages.at(-1)?.id ?? '');
}
